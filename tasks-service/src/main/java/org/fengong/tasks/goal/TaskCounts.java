package org.fengong.tasks.goal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What goals ask of the feature that has the tasks, which itself knows goals. */
public interface TaskCounts {
    /** @param open tasks that ask for people's time */
    record Count(long open, long completed) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(open + other.open, completed + other.completed);
        }
    }

    /** Of the goals that have tasks. */
    Map<UUID, Count> byGoal(Collection<UUID> goalIds);
}
