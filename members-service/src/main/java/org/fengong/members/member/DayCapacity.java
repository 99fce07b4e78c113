package org.fengong.members.member;

import java.time.LocalDate;

/**
 * What a member can give on one day.
 *
 * @param grossMinutes by the working pattern
 * @param holidayMinutes of them free by a public holiday, a half minute rounded up
 * @param absenceMinutes of the rest away, a half minute rounded up
 * @param capacityMinutes for planned work: what then remains × availability factor
 */
record DayCapacity(LocalDate day, int grossMinutes, int holidayMinutes, int absenceMinutes, int capacityMinutes) {}
