package org.fengong.tasks.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fengong.tasks.task.Dependency;
import org.fengong.tasks.task.ManyTasks;

/** What a task waits for, in a cell: {@code brief;visuals:0;other-team/legal-check}. */
final class Dependencies {
    private static final Pattern ONE = Pattern.compile("(?:([a-z0-9-]+)/)?([a-z0-9-]+)(?::(\\d{1,3}))?");

    /** @param team null for the task's own */
    record Named(String team, String task, int lagWeeks) {}

    private Dependencies() {}

    /** What cannot be read is passed over; see {@link #complaint}. */
    static List<Named> read(String cell) {
        var named = new ArrayList<Named>();
        for (var part : parts(cell)) {
            var match = ONE.matcher(part);
            if (match.matches()) {
                named.add(new Named(
                        match.group(1), match.group(2), match.group(3) == null ? 1 : Integer.parseInt(match.group(3))));
            }
        }
        return named;
    }

    /** Null when all of the cell can be read. */
    static String complaint(String cell) {
        return parts(cell).stream()
                .filter(part -> !ONE.matcher(part).matches())
                .findFirst()
                .map(part -> "cannot read %s; write key or key:lagWeeks".formatted(part))
                .orElse(null);
    }

    static String written(
            List<Dependency> dependencies, UUID teamId, Map<UUID, ManyTasks.Ref> tasks, Map<UUID, String> teamKeys) {
        return dependencies.stream()
                .map(dependency -> {
                    var task = tasks.get(dependency.taskId());
                    return (task.teamId().equals(teamId) ? "" : teamKeys.get(task.teamId()) + "/")
                            + task.key()
                            + (dependency.lagWeeks() == 1 ? "" : ":" + dependency.lagWeeks());
                })
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private static List<String> parts(String cell) {
        return cell == null
                ? List.of()
                : List.of(cell.split(";")).stream()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
