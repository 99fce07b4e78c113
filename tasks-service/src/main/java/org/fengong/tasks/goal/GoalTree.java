package org.fengong.tasks.goal;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.paging.Page;
import org.fengong.tasks.organisation.TeamAccess;

/** Goals that are part of other goals. */
@ApplicationScoped
class GoalTree {
    private final GoalRepository goals;
    private final TaskCounts taskCounts;
    private final TeamAccess access;

    GoalTree(GoalRepository goals, TaskCounts taskCounts, TeamAccess access) {
        this.goals = goals;
        this.taskCounts = taskCounts;
        this.access = access;
    }

    /** By id, without the goals that measure nothing; one query for all of them. */
    Map<UUID, BigDecimal> progressOf(Collection<Goal> some) {
        return Progress.of(goals.withAllBelow(some.stream().map(Goal::id).toList()));
    }

    /**
     * The team's goals that are no part of another one of its goals, each with all that the caller may read below it.
     * What the caller may not read counts in progress and numbers of tasks all the same.
     */
    Page<GoalNode> of(UUID teamId, String cursor, Integer limit) {
        var readable = access.readable();
        var roots = goals.rootsOf(readable, teamId, cursor, limit);
        var all = goals.withAllBelow(roots.items().stream().map(Goal::id).toList());
        var growth = new Growth(
                all.stream()
                        .filter(goal -> goal.parentGoalId() != null)
                        .collect(Collectors.groupingBy(Goal::parentGoalId)),
                Progress.of(all),
                taskCounts.byGoal(all.stream().map(Goal::id).toList()),
                readable);
        return roots.map(growth::node);
    }

    /** What is known of all goals of a tree before its nodes are made. */
    private record Growth(
            Map<UUID, List<Goal>> parts,
            Map<UUID, BigDecimal> progress,
            Map<UUID, TaskCounts.Count> counts,
            Optional<Set<UUID>> readable) {
        GoalNode node(Goal goal) {
            var own = counts.getOrDefault(goal.id(), TaskCounts.Count.NONE);
            var below = parts.getOrDefault(goal.id(), List.of()).stream()
                    .map(this::node)
                    .toList();
            return GoalNode.of(
                    goal,
                    progress.get(goal.id()),
                    below.stream().map(GoalNode::tasks).reduce(own, TaskCounts.Count::plus),
                    below.stream().filter(this::isReadable).toList());
        }

        private boolean isReadable(GoalNode node) {
            return readable.map(teams -> teams.contains(node.teamId())).orElse(true);
        }
    }

    /**
     * Holds until the transaction ends: of two changes, which together would close a cycle, the second sees the first.
     * Taken before any goal is read.
     */
    void lock() {
        goals.lockParents();
    }

    /** All that is above or below one of the goals. */
    GoalForest forest(Collection<UUID> ids) {
        return new GoalForest(goals.withAllAround(ids));
    }
}
