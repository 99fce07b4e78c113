package org.fengong.allocation.plan;

import java.util.List;
import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.threeten.extra.YearWeek;

/** Members' weeks do not hold the plan any more, because another plan was faster or capacity was lost. */
class CapacityExceededException extends ProblemException {
    private static final long serialVersionUID = 1L;

    record FullWeek(UUID memberId, YearWeek week, int overByMinutes) {}

    CapacityExceededException(List<FullWeek> weeks) {
        super(
                ProblemKind.CONFLICT,
                "capacity-exceeded",
                "%d member week(s) do not hold the plan any more. Ask for a new plan.".formatted(weeks.size()));
        with("weeks", weeks);
    }
}
