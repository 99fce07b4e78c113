package org.fengong.allocation.solver.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static Options random(long seed, int roles) {
        var random = new Random(seed);
        var builder = new Options.Builder(roles);
        for (int r = 0; r < roles; r++) {
            for (int m = 0; m < 6; m++) {
                for (int w = 0; w < 5; w++) {
                    if (random.nextInt(3) == 0) {
                        int[] minutes =
                                random.ints(1 + random.nextInt(2), 1, 1_000_000).toArray();
                        builder.add(m, w, w + minutes.length - 1, minutes, (long) r << 40 | m * 8 + w);
                    }
                }
            }
            builder.endRole();
        }
        return builder.build();
    }

    @Test
    void findsEachOptionByMemberAndWeekAndNoOther() {
        Options options = random(1, 30);
        for (int r = 0; r < 30; r++) {
            for (int m = 0; m < 7; m++) {
                for (int w = 0; w < 6; w++) {
                    int expected = State.NOBODY;
                    for (int o = options.first[r]; o < options.first[r + 1]; o++) {
                        expected = options.member(o) == m && options.start(o) == w ? o : expected;
                    }
                    assertThat(options.with(r, m, w)).isEqualTo(expected);
                }
                int first = options.first[r];
                while (first < options.first[r + 1] && options.member(first) < m) {
                    first++;
                }
                assertThat(options.firstWith(r, m)).isEqualTo(first);
            }
        }
    }

    @Test
    void keepsAllOfAnOption() {
        Options options = random(2, 10);
        assertThat(options.size()).isPositive();
        for (int o = 0; o < options.size(); o++) {
            int effort = 0;
            for (int i = 0; i <= options.end(o) - options.start(o); i++) {
                assertThat(options.minutes(o, i)).isEqualTo(options.minutes[options.minutesFrom(o) + i]);
                effort += options.minutes(o, i);
            }
            assertThat(options.effort(o)).isEqualTo(effort);
            assertThat(options.cost(o) & 0xFF).isEqualTo(options.member(o) * 8 + options.start(o));
        }
    }
}
