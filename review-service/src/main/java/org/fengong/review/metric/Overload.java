package org.fengong.review.metric;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/** Weeks in which more stands than the member can give (P3). */
public record Overload(
        Measure overloadedMemberWeeks,
        List<OverloadedWeek> inputs,

        @Schema(nullable = true, description = "Absent from reviews that were made before it was measured.")
        Measure overloadMinutes) {
    /** @param taskIds tasks that stood in the week when it became overloaded, as far as they were told */
    public record OverloadedWeek(
            UUID memberId,
            YearWeek week,
            int loadMinutes,
            int capacityMinutes,
            int overByMinutes,
            List<UUID> taskIds) {}

    static Overload of(Facts facts) {
        var inputs = facts.memberWeeks().stream()
                .filter(week -> week.loadMinutes() > week.capacityMinutes())
                .map(week -> new OverloadedWeek(
                        week.memberId(),
                        week.week(),
                        week.loadMinutes(),
                        week.capacityMinutes(),
                        week.loadMinutes() - week.capacityMinutes(),
                        week.taskIds()))
                .toList();
        return new Overload(
                new Measure(
                        (double) inputs.size(),
                        "member-weeks",
                        "count of weeks and members with loadMinutes > capacityMinutes, listed in the inputs;"
                                + " overByMinutes = loadMinutes - capacityMinutes"),
                inputs,
                new Measure(
                        (double) inputs.stream()
                                .mapToInt(OverloadedWeek::overByMinutes)
                                .sum(),
                        "minutes",
                        "sum of overByMinutes over the inputs"));
    }
}
