package org.fengong.members.openwork;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.threeten.extra.YearWeek;

/** @param minutes that the assignment takes in the week */
public record PlannedWeek(@NotNull YearWeek week, @Min(0) int minutes) {}
