package org.fengong.allocation.briefing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.AssignmentStatus;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.briefing.BriefingReceipt.Known;
import org.fengong.allocation.briefing.BriefingResponse.Change;
import org.fengong.allocation.briefing.BriefingResponse.ChangeKind;
import org.fengong.allocation.briefing.BriefingResponse.MyRole;
import org.threeten.extra.YearWeek;

/** What differs between the roles that a member has and those that the member knows of; weeks that are over do not count. */
final class BriefingChanges {
    private BriefingChanges() {}

    /**
     * @param roles as they are now, with their assignments in {@code assignments}
     * @param known what was acknowledged
     * @param assignments by id, the known ones too
     * @return in the order of time
     */
    static List<Change> between(
            List<MyRole> roles, List<Known> known, Map<UUID, AssignmentResponse> assignments, YearWeek current) {
        var knownById = known.stream().collect(Collectors.toMap(Known::assignmentId, Function.identity()));
        var changes = new ArrayList<Change>();
        for (var role : roles) {
            var now = from(current, role.weeks().stream().map(WeekMinutes::week).toList());
            var before = knownById.remove(role.assignmentId());
            var assignment = assignments.get(role.assignmentId());
            if (before == null) {
                changes.add(change(ChangeKind.GIVEN, role, now, List.of(), assignment.createdAt()));
            } else if (!from(current, before.weeks()).equals(now)) {
                changes.add(change(ChangeKind.MOVED, role, now, from(current, before.weeks()), assignment.changedAt()));
            }
        }
        for (var gone : knownById.values()) {
            var assignment = assignments.get(gone.assignmentId());
            if (assignment.status() == AssignmentStatus.RELEASED) {
                changes.add(new Change(
                        ChangeKind.TAKEN,
                        gone.assignmentId(),
                        gone.taskId(),
                        gone.taskTitle(),
                        gone.roleName(),
                        List.of(),
                        from(current, gone.weeks()),
                        assignment.cause(),
                        assignment.changedAt()));
            }
        }
        changes.sort(Comparator.comparing(Change::since).thenComparing(Change::assignmentId));
        return changes;
    }

    private static Change change(
            ChangeKind kind, MyRole role, List<YearWeek> weeks, List<YearWeek> previous, Instant since) {
        return new Change(
                kind,
                role.assignmentId(),
                role.taskId(),
                role.taskTitle(),
                role.roleName(),
                weeks,
                previous,
                null,
                since);
    }

    private static List<YearWeek> from(YearWeek current, List<YearWeek> weeks) {
        return weeks.stream().filter(week -> !week.isBefore(current)).toList();
    }
}
