package org.fengong.members.holiday;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class HolidayCalendarKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "holiday_calendar_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "holiday-calendar-key-taken",
                        "Another holiday calendar has this key. Choose another one, or change that calendar.")
                .violation(Violation.inBody("key", "is taken"));
    }
}
