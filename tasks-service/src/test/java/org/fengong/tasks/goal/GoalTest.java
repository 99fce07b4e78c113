package org.fengong.tasks.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.tasks.goal.CreateGoalRequest.KeyResultForm;
import org.junit.jupiter.api.Test;

class GoalTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    private static CreateGoalRequest form(LocalDate from, LocalDate to, Integer weight, KeyResultForm... keyResults) {
        return new CreateGoalRequest(
                TEAM, "more-signups", "More sign-ups", null, null, from, to, weight, List.of(keyResults));
    }

    private static Goal goal(KeyResultForm... keyResults) {
        return Goal.create(form(FIRST_DAY, LAST_DAY, null, keyResults));
    }

    private static KeyResultForm keyResult(UUID id, String title) {
        return new KeyResultForm(id, title, "sign-ups", BigDecimal.valueOf(120), BigDecimal.valueOf(200), null);
    }

    /** The goal with these key results, as a patch of the list leaves them. */
    private static void change(Goal goal, KeyResultForm... keyResults) {
        goal.change(form(FIRST_DAY, LAST_DAY, null, keyResults));
    }

    @Test
    void weighsTenUnlessItIsSaidOtherwise() {
        assertThat(goal().weight()).isEqualTo(10);
        assertThat(Goal.create(form(FIRST_DAY, LAST_DAY, 40)).weight()).isEqualTo(40);
    }

    @Test
    void mayLastASingleDayButNotEndBeforeItStarts() {
        assertThat(Goal.create(form(FIRST_DAY, FIRST_DAY, null)).to()).isEqualTo(FIRST_DAY);
        assertThatThrownBy(() -> Goal.create(form(FIRST_DAY, FIRST_DAY.minusDays(1), null)))
                .isInstanceOf(RuleViolatedException.class)
                .hasMessageContaining("2026-09-30");
    }

    @Test
    void startsEachKeyResultAtItsBaseline() {
        assertThat(goal(keyResult(null, "Sign-ups")).keyResults())
                .singleElement()
                .satisfies(k -> assertThat(k.current()).isEqualByComparingTo("120"));
    }

    @Test
    void takesAMeasurementOfOneKeyResultAndTellsTheValueBefore() {
        var goal = goal(keyResult(null, "Sign-ups"), keyResult(null, "Visits"));
        var measured = goal.keyResults().get(0).keyResultId();

        assertThat(goal.measure(measured, BigDecimal.valueOf(148))).contains(BigDecimal.valueOf(120));
        assertThat(goal.measure(measured, BigDecimal.valueOf(90))).contains(BigDecimal.valueOf(148));

        assertThat(goal.keyResults().get(0).current()).isEqualByComparingTo("90");
        assertThat(goal.keyResults().get(1).current()).isEqualByComparingTo("120");
    }

    @Test
    void measuresNothingThatIsNotItsOwn() {
        assertThat(goal(keyResult(null, "Sign-ups")).measure(UUID.randomUUID(), BigDecimal.ONE))
                .isEmpty();
    }

    @Test
    void keepsTheMeasurementOfAKeyResultThatKeepsItsId() {
        var goal = goal(keyResult(null, "Sign-ups"), keyResult(null, "Visits"));
        var kept = goal.keyResults().get(0).keyResultId();
        goal.measure(kept, BigDecimal.valueOf(148));

        change(goal, keyResult(null, "Calls"), keyResult(kept, "Sign-ups a week"));

        assertThat(goal.keyResults()).extracting(KeyResult::title).containsExactly("Calls", "Sign-ups a week");
        assertThat(goal.keyResults().get(1).keyResultId()).isEqualTo(kept);
        assertThat(goal.keyResults().get(1).current()).isEqualByComparingTo("148");
        assertThat(goal.keyResults().get(0).current()).isEqualByComparingTo("120");
    }

    @Test
    void refusesAKeyResultOfAnotherGoalAndOneThatStandsThereTwice() {
        var goal = goal(keyResult(null, "Sign-ups"));
        var own = goal.keyResults().get(0).keyResultId();

        assertThatThrownBy(() -> change(goal, keyResult(UUID.randomUUID(), "Sign-ups")))
                .isInstanceOf(UnknownReferenceException.class);
        assertThatThrownBy(() -> change(goal, keyResult(own, "Sign-ups"), keyResult(own, "Sign-ups again")))
                .isInstanceOf(UnknownReferenceException.class);
    }

    @Test
    void staysWithItsTeam() {
        var goal = goal();
        var elsewhere = new CreateGoalRequest(
                UUID.randomUUID(), "more-signups", "More sign-ups", null, null, FIRST_DAY, LAST_DAY, null, List.of());

        assertThatThrownBy(() -> goal.change(elsewhere)).isInstanceOf(RuleViolatedException.class);
    }
}
