package org.fengong.members.holiday;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class HolidayCalendarNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    HolidayCalendarNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "holiday-calendar-not-found", "There is no holiday calendar %s.".formatted(id));
    }
}
