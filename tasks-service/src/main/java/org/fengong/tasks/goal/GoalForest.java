package org.fengong.tasks.goal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which goals are parts of which, and what one change after another makes of that; each sees those before it. */
public final class GoalForest {
    /** From a goal that is part of none down to those without parts; more levels nobody overlooks. */
    static final int MAX_LEVELS = 5;

    /** @param parentId null when it is part of none */
    private record Place(String key, UUID parentId) {}

    private final Map<UUID, Place> places = new HashMap<>();

    /** @param goals with all that is above or below one that will be placed */
    GoalForest(Collection<Goal> goals) {
        goals.forEach(goal -> places.put(goal.id(), new Place(goal.key(), goal.parentGoalId())));
    }

    /**
     * @param parentId of the goal that it is to be part of; null for none
     * @throws GoalCycleException when the parent is below the goal, or the goal itself
     * @throws GoalTooDeepException when there would be more than {@value #MAX_LEVELS} levels
     */
    void place(Goal goal, UUID parentId) {
        var above = new ArrayList<String>(List.of(goal.key()));
        for (var at = parentId;
                at != null;
                at = places.containsKey(at) ? places.get(at).parentId() : null) {
            above.add(places.containsKey(at) ? places.get(at).key() : goal.key());
            if (at.equals(goal.id())) {
                throw new GoalCycleException(above);
            }
        }
        var levels = parentId == null ? 1 : above.size() - 1 + levels(goal.id(), parts());
        if (levels > MAX_LEVELS) {
            throw new GoalTooDeepException(levels);
        }
        places.put(goal.id(), new Place(goal.key(), parentId));
    }

    private Map<UUID, List<UUID>> parts() {
        var parts = new HashMap<UUID, List<UUID>>();
        places.forEach((id, place) -> {
            if (place.parentId() != null) {
                parts.computeIfAbsent(place.parentId(), parent -> new ArrayList<>())
                        .add(id);
            }
        });
        return parts;
    }

    private static int levels(UUID goalId, Map<UUID, List<UUID>> parts) {
        return 1
                + parts.getOrDefault(goalId, List.of()).stream()
                        .mapToInt(part -> levels(part, parts))
                        .max()
                        .orElse(0);
    }
}
