package org.fengong.tasks.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts tasks below those that they wait for, as an import wants them; else their order stays. */
final class TaskOrder {
    private TaskOrder() {}

    /**
     * Depth first without recursion: a chain may be as long as the list.
     *
     * @param dependencies without cycles; those on other tasks than the listed ones say nothing
     */
    static List<UUID> of(List<UUID> tasks, Map<UUID, List<UUID>> dependencies) {
        var listed = new HashSet<>(tasks);
        var placed = new HashSet<UUID>();
        var ordered = new ArrayList<UUID>(tasks.size());
        for (var task : tasks) {
            var path = new ArrayDeque<UUID>();
            path.push(task);
            while (!path.isEmpty()) {
                var next = dependencies.getOrDefault(path.peek(), List.of()).stream()
                        .filter(before -> listed.contains(before) && !placed.contains(before))
                        .findFirst();
                if (next.isPresent()) {
                    path.push(next.get());
                } else if (placed.add(path.peek())) {
                    ordered.add(path.pop());
                } else {
                    path.pop();
                }
            }
        }
        return ordered;
    }
}
