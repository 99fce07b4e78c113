package org.fengong.members.holiday;

import java.util.UUID;

/** The days of a calendar have changed in this transaction: so has the capacity of all who live by it. */
public record HolidaysChanged(UUID calendarId) {}
