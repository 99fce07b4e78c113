package org.fengong.review.metric;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How well the members' skills fit what they were given to do (P2, W1). */
public record SkillFit(@Schema(nullable = true) Double value, String unit, String formula, List<AssignmentFit> inputs) {
    /** Where the minutes of an input come from. */
    public enum Basis {
        /** The assignment stands: its planned minutes in the weeks of the period. */
        PLANNED,
        /** It was completed or released: what its member logged on the role in the period. */
        LOGGED
    }

    public record AssignmentFit(
            UUID assignmentId,
            UUID taskId,
            UUID roleId,
            UUID memberId,
            List<UUID> skillIds,
            double fit,
            int minutes,
            Basis basis) {}

    static SkillFit of(Facts facts) {
        var inputs = facts.ownTasks().stream()
                .flatMap(task -> task.roles().stream())
                .flatMap(role -> assignmentsOf(role, facts))
                .filter(input -> input.minutes() > 0)
                .toList();
        var minutes = inputs.stream().mapToLong(AssignmentFit::minutes).sum();
        var weighted = inputs.stream().mapToDouble(i -> i.fit() * i.minutes()).sum();
        return new SkillFit(
                minutes == 0 ? null : (Double) (weighted / minutes),
                "ratio",
                "sum of fit * minutes / sum of minutes over the inputs; basis PLANNED = planned minutes of the period of"
                        + " an assignment that stands, LOGGED = minutes that its member logged in the period on the role"
                        + " of one that no longer stands",
                inputs);
    }

    private static Stream<AssignmentFit> assignmentsOf(Facts.Role role, Facts facts) {
        return facts.assignments().stream()
                .filter(assignment -> assignment.roleId().equals(role.roleId()))
                .map(a -> new AssignmentFit(
                        a.assignmentId(),
                        a.taskId(),
                        a.roleId(),
                        a.memberId(),
                        role.skillIds(),
                        a.fit(),
                        a.standing() ? plannedMinutes(a, facts) : loggedMinutes(a, facts),
                        a.standing() ? Basis.PLANNED : Basis.LOGGED));
    }

    private static int plannedMinutes(Facts.Assignment assignment, Facts facts) {
        return assignment.weeks().stream()
                .filter(week -> facts.period().contains(week.week()))
                .mapToInt(Facts.WeekMinutes::minutes)
                .sum();
    }

    private static int loggedMinutes(Facts.Assignment assignment, Facts facts) {
        return facts.work().stream()
                .filter(work -> work.roleId().equals(assignment.roleId())
                        && work.memberId().equals(assignment.memberId())
                        && facts.period().contains(work.day()))
                .mapToInt(Facts.Work::minutes)
                .sum();
    }
}
