package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID ANA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 11);
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-26T09:00:00Z");

    private static RoleForm role(UUID id, int effortMinutes) {
        return new RoleForm(id, "Author", effortMinutes, null, null, null);
    }

    private static TaskForm form(LocalDate earliestStart, LocalDate dueDate, Boolean draft, RoleForm... roles) {
        return new TaskForm(
                TEAM,
                "launch-blog",
                null,
                null,
                null,
                "Write the launch blog",
                null,
                null,
                3,
                earliestStart,
                dueDate,
                null,
                null,
                draft,
                List.of(roles),
                null,
                null,
                null,
                null,
                null);
    }

    private static TaskForm form(RoleForm... roles) {
        return form(null, DUE, null, roles);
    }

    private static Task draft() {
        return Task.create(form(null, DUE, true, role(null, 600)), OWNER, NOW);
    }

    /** An open task with as many roles as efforts. */
    private static Task open(int... efforts) {
        return Task.create(
                form(Arrays.stream(efforts).mapToObj(e -> role(null, e)).toArray(RoleForm[]::new)), OWNER, NOW);
    }

    private static UUID roleId(Task task, int index) {
        return task.roles().get(index).roleId();
    }

    private static Task assigned() {
        var task = open(600, 300);
        task.assign(1, Map.of(roleId(task, 0), ANA, roleId(task, 1), BEN));
        return task;
    }

    private static String slugOf(Runnable refused) {
        try {
            refused.run();
        } catch (ProblemException e) {
            return e.slug();
        }
        throw new AssertionError("was not refused");
    }

    @Test
    void isOpenAtOnceUnlessItIsADraft() {
        assertThat(open(600).status()).isEqualTo(TaskStatus.OPEN);
        assertThat(draft().status()).isEqualTo(TaskStatus.DRAFT);
    }

    @Test
    void countsFullyAndLeavesRolesFreeUnlessItIsSaidOtherwise() {
        var task = open(600);

        assertThat(task.contributionWeight()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(task.together()).isFalse();
        assertThat(task.allowSameMember()).isFalse();
        assertThat(task.dependsOn()).isEmpty();
        assertThat(task.createdAt()).isEqualTo(NOW);
    }

    @Test
    void isDueNoEarlierThanItMayStart() {
        assertThat(Task.create(form(DUE, DUE, null, role(null, 60)), OWNER, NOW).dueDate())
                .isEqualTo(DUE);
        assertThatThrownBy(() -> Task.create(form(DUE.plusDays(1), DUE, null, role(null, 60)), OWNER, NOW))
                .isInstanceOf(RuleViolatedException.class);
    }

    @Test
    void isAssignedOnceEachRoleHasSomebodyAndOpenAgainOnceOneHasNot() {
        var task = open(600, 300);

        task.assign(1, Map.of(roleId(task, 0), ANA));
        assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
        task.assign(2, Map.of(roleId(task, 0), ANA, roleId(task, 1), BEN));
        assertThat(task.status()).isEqualTo(TaskStatus.ASSIGNED);
        task.assign(3, Map.of(roleId(task, 1), BEN));

        assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
        assertThat(task.role(roleId(task, 0)).assigneeId()).isNull();
    }

    @Test
    void ignoresOlderAssignments() {
        var task = open(600);
        task.assign(5, Map.of(roleId(task, 0), ANA));

        task.assign(5, Map.of());
        task.assign(4, Map.of(roleId(task, 0), BEN));

        assertThat(task.status()).isEqualTo(TaskStatus.ASSIGNED);
        assertThat(task.role(roleId(task, 0)).assigneeId()).isEqualTo(ANA);
    }

    @Test
    void ignoresAnAssignmentOfARoleThatItDoesNotHave() {
        var task = open(600);

        task.assign(1, Map.of(UUID.randomUUID(), ANA));

        assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
    }

    @Test
    void remembersAssignmentsOfADraftUntilItIsOpened() {
        var task = draft();

        task.assign(1, Map.of(roleId(task, 0), ANA));
        assertThat(task.status()).isEqualTo(TaskStatus.DRAFT);
        task.open();

        assertThat(task.status()).isEqualTo(TaskStatus.ASSIGNED);
    }

    @Test
    void isBegunByTheFirstWorkAndStaysSoWhoeverComesOrGoes() {
        var task = assigned();

        task.log(roleId(task, 0), 60, NOW);
        task.log(roleId(task, 0), 30, LATER);
        task.assign(2, Map.of());

        assertThat(task.status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(task.startedAt()).isEqualTo(NOW);
        assertThat(task.role(roleId(task, 0)).loggedMinutes()).isEqualTo(90);
        assertThat(task.role(roleId(task, 1)).loggedMinutes()).isZero();
    }

    @Test
    void countsDownWhatIsLeftWithTheWork() {
        var task = open(100);
        var role = roleId(task, 0);

        task.log(role, 30, NOW);
        assertThat(task.role(role).remainingMinutes()).isEqualTo(70);
        task.log(role, 90, NOW);
        assertThat(task.role(role).remainingMinutes()).isZero();
        task.estimate(role, 45);
        assertThat(task.role(role).remainingMinutes()).isEqualTo(45);
        task.log(role, 20, NOW);
        assertThat(task.role(role).remainingMinutes()).isEqualTo(25);
        task.log(role, 60, NOW);

        assertThat(task.role(role).remainingMinutes()).isZero();
        assertThat(task.role(role).loggedMinutes()).isEqualTo(200);
    }

    @Test
    void asksForNobodyOnceTheRolesWithoutSomebodyAreCompleted() {
        var task = open(600, 300);
        task.assign(1, Map.of(roleId(task, 0), ANA));

        task.completeRole(roleId(task, 1), NOW);

        assertThat(task.status()).isEqualTo(TaskStatus.ASSIGNED);
        assertThat(task.role(roleId(task, 1)).completedAt()).isEqualTo(NOW);
        assertThat(task.role(roleId(task, 1)).remainingMinutes()).isZero();
    }

    @Test
    void waitsForItsOwnerWhenEachRoleIsCompleted() {
        var task = assigned();
        task.log(roleId(task, 0), 60, NOW);

        task.completeRole(roleId(task, 0), NOW);
        task.completeRole(roleId(task, 1), NOW);

        assertThat(task.status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(task.completedAt()).isNull();
    }

    @Test
    void takesNeitherWorkNorEstimateForACompletedRole() {
        var task = assigned();
        var role = roleId(task, 0);
        task.completeRole(role, NOW);

        assertThat(slugOf(() -> task.log(role, 10, LATER))).isEqualTo("role-completed");
        assertThat(slugOf(() -> task.estimate(role, 10))).isEqualTo("role-completed");
        assertThat(slugOf(() -> task.completeRole(role, LATER))).isEqualTo("role-completed");
        assertThat(task.role(role).completedAt()).isEqualTo(NOW);
    }

    @Test
    void keepsWhoHadACompletedRole() {
        var task = assigned();
        task.completeRole(roleId(task, 0), NOW);

        task.assign(2, Map.of(roleId(task, 1), BEN));

        assertThat(task.role(roleId(task, 0)).assigneeId()).isEqualTo(ANA);
        assertThat(task.status()).isEqualTo(TaskStatus.ASSIGNED);
    }

    @Test
    void completesWhatIsLeftOfItsRolesWithItself() {
        var task = assigned();
        task.completeRole(roleId(task, 0), NOW);

        task.complete(LATER, true);

        assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(task.completedAt()).isEqualTo(LATER);
        assertThat(task.startedAt()).isEqualTo(LATER);
        assertThat(task.roles()).extracting(Role::completedAt).containsExactly(NOW, LATER);
    }

    @Test
    void waitsForEverybodyAnewWhenItIsReopened() {
        var task = assigned();
        task.log(roleId(task, 0), 60, NOW);
        task.estimate(roleId(task, 0), 20);
        task.complete(LATER, true);

        task.reopen();

        assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
        assertThat(task.completedAt()).isNull();
        assertThat(task.startedAt()).isEqualTo(NOW);
        assertThat(task.roles()).extracting(Role::assigneeId).containsOnlyNulls();
        assertThat(task.roles()).extracting(Role::completed).containsOnly(false);
        assertThat(task.roles()).extracting(Role::loggedMinutes).containsExactly(60, 0);
        assertThat(task.roles()).extracting(Role::remainingMinutes).containsExactly(540, 300);
    }

    @Test
    void isAcceptedAtOnceWhenItsOwnerCompletesItAndLaterElse() {
        var own = assigned();
        var handedIn = assigned();

        own.complete(NOW, true);
        handedIn.complete(NOW, false);
        assertThat(handedIn.acceptedAt()).isNull();
        handedIn.accept(LATER);

        assertThat(own.acceptedAt()).isEqualTo(NOW);
        assertThat(handedIn.acceptedAt()).isEqualTo(LATER);
        assertThat(slugOf(() -> own.accept(LATER))).isEqualTo("task-accepted");
        assertThat(slugOf(() -> own.giveBack(new ReturnRequest("Too short.", null), LATER)))
                .isEqualTo("task-accepted");
    }

    @Test
    void isDoneAgainByThoseWhoDidItWhenItIsReturned() {
        var task = assigned();
        task.log(roleId(task, 0), 450, NOW);
        task.complete(NOW, false);

        task.giveBack(new ReturnRequest("Too short.", null), LATER);

        assertThat(task.status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(task.completedAt()).isNull();
        assertThat(task.startedAt()).isEqualTo(NOW);
        assertThat(task.returnedAt()).isEqualTo(LATER);
        assertThat(task.reworkCount()).isEqualTo(1);
        assertThat(task.roles()).extracting(Role::assigneeId).containsExactly(ANA, BEN);
        assertThat(task.roles()).extracting(Role::completed).containsOnly(false);
        assertThat(task.roles()).extracting(Role::remainingMinutes).containsExactly(150, 300);
    }

    @Test
    void keepsRolesCompletedThatNobodyHasToDoAgain() {
        var task = assigned();
        task.complete(NOW, false);

        task.giveBack(new ReturnRequest("A typo.", List.of(new ReturnRequest.Rework(roleId(task, 1), 20))), LATER);

        assertThat(task.roles()).extracting(Role::completed).containsExactly(true, false);
        assertThat(task.roles()).extracting(Role::remainingMinutes).containsExactly(0, 20);
    }

    @Test
    void countsEveryReturnAndForgetsTheLastOnceItIsCompletedAgain() {
        var task = assigned();
        for (int i = 0; i < 2; i++) {
            task.complete(NOW, false);
            task.giveBack(new ReturnRequest("Too short.", null), LATER);
        }

        task.complete(LATER, false);

        assertThat(task.reworkCount()).isEqualTo(2);
        assertThat(task.returnedAt()).isNull();
        assertThat(task.returnReason()).isNull();
    }

    @Test
    void isBlockedUntilItIsUnblockedOrClosed() {
        var unblocked = assigned();
        var completed = assigned();
        var cancelled = assigned();
        for (var task : List.of(unblocked, completed, cancelled)) {
            task.block("No pictures yet.", NOW);
            assertThat(task.blockedSince()).isEqualTo(NOW);
            assertThat(slugOf(() -> task.block("No text either.", LATER))).isEqualTo("task-blocked");
        }

        unblocked.unblock();
        completed.complete(LATER, true);
        cancelled.cancel("Called off.");

        for (var task : List.of(unblocked, completed, cancelled)) {
            assertThat(task.blockedSince()).isNull();
            assertThat(task.blockedReason()).isNull();
            assertThat(slugOf(task::unblock)).isEqualTo("task-not-blocked");
        }
    }

    @Test
    void isHandedInByWhoIsTheLastToWorkOnIt() {
        var task = assigned();

        assertThat(task.mayBeHandedInBy(ANA)).isFalse();
        task.completeRole(roleId(task, 1), NOW);

        assertThat(task.mayBeHandedInBy(ANA)).isTrue();
        assertThat(task.mayBeHandedInBy(BEN)).isFalse();
        assertThat(task.mayBeHandedInBy(OWNER)).isFalse();
    }

    @Test
    void opensAgainWhenARoleIsAdded() {
        var task = assigned();

        task.change(form(role(roleId(task, 0), 600), role(roleId(task, 1), 300), role(null, 60)), OWNER);

        assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
        assertThat(task.roles()).extracting(Role::assigneeId).containsExactly(ANA, BEN, null);
    }

    @Test
    void isAssignedWhenTheRoleWithoutSomebodyIsTakenAway() {
        var task = open(600, 300);
        task.assign(1, Map.of(roleId(task, 0), ANA));

        task.change(form(role(roleId(task, 0), 600)), OWNER);

        assertThat(task.status()).isEqualTo(TaskStatus.ASSIGNED);
    }

    @Test
    void keepsWorkEstimateAndAssignmentOfARoleThatKeepsItsId() {
        var task = assigned();
        var kept = roleId(task, 0);
        task.log(kept, 60, NOW);
        task.estimate(kept, 20);

        task.change(form(role(null, 15), role(kept, 900)), OWNER);

        var role = task.roles().get(1);
        assertThat(role.roleId()).isEqualTo(kept);
        assertThat(role.effortMinutes()).isEqualTo(900);
        assertThat(role.loggedMinutes()).isEqualTo(60);
        assertThat(role.remainingMinutes()).isEqualTo(20);
        assertThat(role.assigneeId()).isEqualTo(ANA);
        assertThat(task.roles().get(0).assigneeId()).isNull();
    }

    @Test
    void keepsARoleOnWhichWorkWasLogged() {
        var task = assigned();
        task.log(roleId(task, 0), 60, NOW);

        assertThat(slugOf(() -> task.change(form(role(roleId(task, 1), 300)), OWNER)))
                .isEqualTo("role-has-logged-work");
    }

    @Test
    void refusesARoleOfAnotherTaskAndOneThatStandsThereTwice() {
        var task = open(600);
        var own = roleId(task, 0);

        assertThatThrownBy(() -> task.change(form(role(UUID.randomUUID(), 600)), OWNER))
                .isInstanceOf(UnknownReferenceException.class);
        assertThatThrownBy(() -> task.change(form(role(own, 600), role(own, 300)), OWNER))
                .isInstanceOf(UnknownReferenceException.class);
    }

    @Test
    void namesItselfAndItsStatusWhenItRefuses() {
        var task = open(600);
        task.complete(NOW, true);

        assertThatThrownBy(() -> task.log(roleId(task, 0), 10, NOW))
                .hasMessage("The task launch-blog is COMPLETED and cannot be worked on. Reopen it first.");
        assertThatThrownBy(() -> draft().complete(NOW, true)).hasMessageContaining("Open it first.");
    }
}
