package org.fengong.review.adjustment;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.platform.time.Weeks;
import org.fengong.review.metric.Facts;
import org.threeten.extra.YearWeek;

/** The team's roles that nobody has begun, and what is planned for them from the current week on. */
final class OpenRoles {
    record OpenRole(Facts.Task task, Facts.Role role) {}

    /** What is planned for an assignment from the current week on. */
    record Ahead(YearWeek startWeek, int minutes) {}

    private final YearWeek now;
    private final YearWeek end;
    private final Map<UUID, OpenRole> byId = new TreeMap<>();

    /** @param weeks horizon of a plan, from the current week on */
    OpenRoles(Facts facts, int weeks) {
        now = Weeks.of(facts.today());
        end = now.plusWeeks(weeks);
        var begun = new HashSet<UUID>();
        facts.work().forEach(work -> begun.add(work.roleId()));
        facts.tasks().stream()
                .filter(task -> task.teamId().equals(facts.teamId()) && task.completedAt() == null)
                .forEach(task -> task.roles().stream()
                        .filter(role -> role.completedAt() == null && !begun.contains(role.roleId()))
                        .forEach(role -> byId.put(role.roleId(), new OpenRole(task, role))));
    }

    /** By due date, then by id. */
    Stream<OpenRole> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(open -> open.task().dueDate()));
    }

    Optional<OpenRole> find(UUID roleId) {
        return Optional.ofNullable(byId.get(roleId));
    }

    /** As {@link #find}, when its skills are known. */
    Optional<OpenRole> findWithSkills(UUID roleId) {
        return find(roleId).filter(open -> open.role().minLevels() != null);
    }

    /** Empty when nothing is planned for it any more, or only after the horizon. */
    Optional<Ahead> ahead(Facts.Assignment assignment) {
        var weeks = assignment.weeks().stream()
                .filter(week -> week.minutes() > 0 && !week.week().isBefore(now))
                .toList();
        return weeks.stream()
                .map(Facts.WeekMinutes::week)
                .min(Comparator.naturalOrder())
                .filter(start -> start.isBefore(end))
                .map(start -> new Ahead(
                        start,
                        weeks.stream().mapToInt(Facts.WeekMinutes::minutes).sum()));
    }
}
