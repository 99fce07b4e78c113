package org.fengong.allocation.solver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EffortSplitTest {
    @Test
    void spanIsSplitInProportionToFreeMinutesByLargestRemainder() {
        // 100 · (500, 300, 400) ÷ 1200 = 41.67, 25, 33.33: the minute left over goes to the first.
        assertThat(EffortSplit.whereFree(100, 3, 0, new int[] {500, 300, 400})).containsExactly(42, 25, 33);
    }

    @Test
    void equalRemaindersGoToTheEarlierWeeks() {
        assertThat(EffortSplit.whereFree(100, 3, 1, new int[] {0, 50, 50, 50})).containsExactly(34, 33, 33);
    }

    @Test
    void withoutSpanTheFewestWeeksThatHoldTheEffortAreTaken() {
        int[] free = {100, 200, 100, 400};

        assertThat(EffortSplit.whereFree(100, null, 0, free)).containsExactly(100);
        assertThat(EffortSplit.whereFree(101, null, 0, free)).containsExactly(34, 67);
        assertThat(EffortSplit.whereFree(400, null, 0, free)).containsExactly(100, 200, 100);
    }

    @Test
    void withoutSpanWorkIsStretchedOverEightWeeksAtMost() {
        int[] free = new int[10];
        Arrays.fill(free, 10);

        assertThat(EffortSplit.whereFree(80, null, 0, free)).hasSize(8);
        assertThat(EffortSplit.whereFree(81, null, 0, free)).isEmpty();
    }

    @Test
    void doesNotFitWhereTheStartWeekIsFullOrTheHorizonTooShort() {
        assertThat(EffortSplit.whereFree(10, null, 0, new int[] {0, 100})).isEmpty();
        assertThat(EffortSplit.whereFree(150, null, 1, new int[] {0, 100})).isEmpty();
        assertThat(EffortSplit.whereFree(10, 2, 1, new int[] {0, 100})).isEmpty();
        assertThat(EffortSplit.whereFree(10, null, 2, new int[] {0, 100})).isEmpty();
    }

    @Test
    void aFixedRoleIsSplitByCapacityWhereNothingIsFree() {
        assertThat(EffortSplit.whateverIsFree(90, 2, 0, new int[] {0, 0}, new int[] {100, 200}))
                .containsExactly(30, 60);
    }

    @Test
    void aFixedRoleMayReachBeyondTheHorizon() {
        assertThat(EffortSplit.whateverIsFree(250, null, 1, new int[] {0, 50}, new int[] {100, 100}))
                .containsExactly(50, 100, 100);
    }

    @Property
    void partsAddUpAndNeverExceedWhatIsFree(
            @ForAll @Size(min = 1, max = 12) int[] seeds, @ForAll @IntRange(max = 20_000) int effort) {
        int[] free = Arrays.stream(seeds).map(seed -> Math.floorMod(seed, 2500)).toArray();

        int[] parts = EffortSplit.whereFree(Math.max(1, effort), null, 0, free);

        assertThat(
                        parts.length == 0
                                ? Math.max(1, effort)
                                : Arrays.stream(parts).sum())
                .isEqualTo(Math.max(1, effort));
        for (int i = 0; i < parts.length; i++) {
            assertThat(parts[i]).isBetween(0, free[i]);
        }
    }
}
