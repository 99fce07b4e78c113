package org.fengong.members.member;

import org.threeten.extra.YearWeek;

/**
 * What a member can give in one week.
 *
 * @param grossMinutes by the working pattern
 * @param absenceMinutes of them away, a half minute rounded up
 * @param capacityMinutes for planned work: the rest × availability factor
 */
record WeekCapacity(YearWeek week, int grossMinutes, int absenceMinutes, int capacityMinutes) {}
