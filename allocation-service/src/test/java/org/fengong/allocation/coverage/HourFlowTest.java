package org.fengong.allocation.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No minute covers two needs, and no more could be covered (S3). */
class HourFlowTest {
    private static int[] gaps(boolean[][] can, int[] needed, int[] supply) {
        var flow = new HourFlow(can, needed, supply);
        return IntStream.range(0, needed.length).map(flow::gapMinutes).toArray();
    }

    /** By Hall: the largest amount by which the needs of a set exceed the supply of all who can do any of them. */
    private static int leastGap(boolean[][] can, int[] needed, int[] supply) {
        int least = 0;
        for (int set = 0; set < 1 << needed.length; set++) {
            int chosen = set;
            int asked = IntStream.range(0, needed.length)
                    .filter(need -> (chosen >> need & 1) == 1)
                    .map(need -> needed[need])
                    .sum();
            int there = IntStream.range(0, supply.length)
                    .filter(member -> IntStream.range(0, needed.length)
                            .anyMatch(need -> (chosen >> need & 1) == 1 && can[need][member]))
                    .map(member -> supply[member])
                    .sum();
            least = Math.max(least, asked - there);
        }
        return least;
    }

    @Test
    void givesEachMinuteOnce() {
        boolean[][] oneForBoth = {{true}, {true}};

        assertThat(gaps(oneForBoth, new int[] {60, 60}, new int[] {100})).containsExactly(0, 20);
    }

    @Test
    void leavesTheOnlyHolderToTheNeedThatNobodyElseCovers() {
        // Ann can do both, Ben the second alone
        boolean[][] can = {{true, false}, {true, true}};

        assertThat(gaps(can, new int[] {100, 100}, new int[] {100, 100})).containsExactly(0, 0);
        boolean[][] turned = {{true, true}, {true, false}};
        assertThat(gaps(turned, new int[] {100, 100}, new int[] {100, 100})).containsExactly(0, 0);
    }

    @Test
    void saysWhatAFurtherHolderWouldClose() {
        boolean[][] can = {{true, false}, {false, true}};
        var flow = new HourFlow(can, new int[] {150, 30}, new int[] {100, 100});

        assertThat(flow.closedBy(0, 1)).isEqualTo(50);
        assertThat(flow.closedBy(1, 0)).isZero();
        assertThat(flow.gapMinutes(0)).as("nothing but supposed").isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void coversAsMuchAsCanBeCovered(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var needed = IntStream.range(0, 1 + random.nextInt(6))
                    .map(i -> random.nextInt(200))
                    .toArray();
            var supply = IntStream.range(0, 1 + random.nextInt(6))
                    .map(i -> random.nextInt(200))
                    .toArray();
            var can = new boolean[needed.length][supply.length];
            for (var ofNeed : can) {
                for (int member = 0; member < supply.length; member++) {
                    ofNeed[member] = random.nextInt(3) == 0;
                }
            }

            var gaps = gaps(can, needed, supply);

            assertThat(Arrays.stream(gaps).min().orElseThrow()).isNotNegative();
            assertThat(Arrays.stream(gaps).sum()).isEqualTo(leastGap(can, needed, supply));
            int need = random.nextInt(needed.length);
            int member = random.nextInt(supply.length);
            var flow = new HourFlow(can, needed, supply);
            var closed = flow.closedBy(need, member);
            can[need][member] = true;
            assertThat(Arrays.stream(gaps).sum() - closed).isEqualTo(leastGap(can, needed, supply));
        }
    }
}
