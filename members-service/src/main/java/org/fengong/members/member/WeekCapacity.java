package org.fengong.members.member;

import org.threeten.extra.YearWeek;

/**
 * What a member can give in one week.
 *
 * @param grossMinutes by the working pattern
 * @param holidayMinutes of them free by public holidays, a half minute rounded up
 * @param absenceMinutes of the rest away, a half minute rounded up
 * @param capacityMinutes for planned work: what then remains × availability factor
 */
record WeekCapacity(YearWeek week, int grossMinutes, int holidayMinutes, int absenceMinutes, int capacityMinutes) {}
