package org.fengong.allocation.solver.problem;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One question to the engine. Weeks count from 0, the current week, of which only the days left are in the capacities.
 * Members, tasks and roles are kept in the order of their ids, so that the order of the input changes nothing.
 *
 * @param weeks the horizon, 1 to {@value #MAX_WEEKS} weeks
 * @param members everyone who may get a role, and everyone who holds a fixed one
 * @param tasks the tasks with the roles that are not completed yet
 * @param outsideEndWeeks the last week of each predecessor that is not among {@code tasks}, by task id; below 0 = past
 * @param fixed pinned and running roles: they stay, whatever it costs
 * @param published the plan in force, against which change is counted
 */
public record PlanningProblem(
        int weeks,
        List<PlanningMember> members,
        List<PlanningTask> tasks,
        Map<String, Integer> outsideEndWeeks,
        List<FixedAssignment> fixed,
        List<PublishedAssignment> published,
        PlanningPolicy policy) {

    public static final int MAX_WEEKS = 26;

    /** @throws IllegalArgumentException when the parts do not fit together; the message names the part */
    public PlanningProblem {
        members = members.stream()
                .sorted(Comparator.comparing(PlanningMember::id))
                .toList();
        tasks = tasks.stream().sorted(Comparator.comparing(PlanningTask::id)).toList();
        outsideEndWeeks = Collections.unmodifiableMap(new TreeMap<>(outsideEndWeeks));
        fixed = fixed.stream()
                .sorted(Comparator.comparing(FixedAssignment::roleId))
                .toList();
        published = published.stream()
                .sorted(Comparator.comparing(PublishedAssignment::roleId))
                .toList();
        ProblemCheck.check(weeks, members, tasks, outsideEndWeeks, fixed, published);
    }

    public PlanningProblem withPolicy(PlanningPolicy other) {
        return new PlanningProblem(weeks, members, tasks, outsideEndWeeks, fixed, published, other);
    }

    /**
     * SHA-256, in hexadecimal, of everything that decides the plan: the same hash means the same question. The
     * wall-clock ceiling is left out, because it decides only whether the search is cut short.
     */
    public String inputHash() {
        return InputHash.of(this);
    }
}
