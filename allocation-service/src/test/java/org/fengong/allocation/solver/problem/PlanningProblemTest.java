package org.fengong.allocation.solver.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanningProblemTest {
    private static final PlanningMember ANN = member("ann");
    private static final PlanningMember BOB = member("bob");

    @Test
    void refusesCapacityForAnotherNumberOfWeeks() {
        assertThatThrownBy(() -> problem(3, List.of(ANN), List.of(task("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Member ann needs capacity and standing minutes for 3 weeks.");
    }

    @Test
    void refusesADependencyItKnowsNothingOf() {
        assertThatThrownBy(() -> problem(2, List.of(ANN), List.of(task("a", "elsewhere"))))
                .hasMessageContaining("Task a depends on elsewhere");
    }

    @Test
    void refusesTasksThatWaitForEachOther() {
        assertThatThrownBy(() -> problem(2, List.of(ANN), List.of(task("a", "b"), task("b", "c"), task("c", "b"))))
                .hasMessage("These tasks wait for each other, or for such as do: [a, b, c].");
    }

    @Test
    void refusesAMemberGivenTwice() {
        assertThatThrownBy(() -> problem(2, List.of(ANN, ANN), List.of(task("a"))))
                .hasMessage("Member ann is given twice.");
    }

    @Test
    void refusesAFixedRoleWhoseMemberIsMissing() {
        assertThatThrownBy(() -> new PlanningProblem(
                        2,
                        List.of(ANN),
                        List.of(task("a")),
                        Map.of(),
                        List.of(FixedAssignment.pinned("role-a", "bob", 0)),
                        List.of(),
                        PlanningPolicy.standard()))
                .hasMessage("Member bob of the fixed role role-a is not in the problem.");
    }

    @Test
    void refusesALevelOutOfRange() {
        assertThatThrownBy(() -> new SkillRequirement("content", null, 6, true, 1))
                .hasMessage("minLevel of skill content is 6, it must be 1 to 5.");
    }

    @Test
    void inputHashDoesNotDependOnTheOrderOfTheInput() {
        assertThat(problem(2, List.of(BOB, ANN), List.of(task("b"), task("a"))).inputHash())
                .isEqualTo(problem(2, List.of(ANN, BOB), List.of(task("a"), task("b")))
                        .inputHash())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void inputHashChangesWithAnyValueButNotWithTheWallClockCeiling() {
        var problem = problem(2, List.of(ANN), List.of(task("a")));

        assertThat(withPolicy(problem, problem.policy().withSeed(7)).inputHash())
                .isNotEqualTo(problem.inputHash());
        assertThat(problem(2, List.of(ANN, BOB), List.of(task("a"))).inputHash())
                .isNotEqualTo(problem.inputHash());
        assertThat(withPolicy(problem, problem.policy().withWallClockCeiling(Duration.ofSeconds(1)))
                        .inputHash())
                .isEqualTo(problem.inputHash());
    }

    private static PlanningProblem withPolicy(PlanningProblem problem, PlanningPolicy policy) {
        return new PlanningProblem(
                problem.weeks(),
                problem.members(),
                problem.tasks(),
                problem.outsideEndWeeks(),
                problem.fixed(),
                problem.published(),
                policy);
    }

    private static PlanningProblem problem(int weeks, List<PlanningMember> members, List<PlanningTask> tasks) {
        return new PlanningProblem(weeks, members, tasks, Map.of(), List.of(), List.of(), PlanningPolicy.standard());
    }

    private static PlanningMember member(String id) {
        List<Integer> minutes = Collections.nCopies(2, 100);
        return new PlanningMember(id, null, minutes, minutes, null, Map.of("brand", 2), Map.of(), Map.of());
    }

    private static PlanningTask task(String id, String... after) {
        var role = new PlanningRole("role-" + id, 60, List.of(), null, null, null);
        List<TaskDependency> dependencies =
                List.of(after).stream().map(one -> new TaskDependency(one, 1)).toList();
        return new PlanningTask(id, 3, 0, 1, 0, false, false, List.of(role), dependencies);
    }
}
