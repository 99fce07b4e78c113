package org.fengong.allocation.assignment;

import org.threeten.extra.YearWeek;

/** Minutes in one week. */
public record WeekMinutes(YearWeek week, int minutes) {}
