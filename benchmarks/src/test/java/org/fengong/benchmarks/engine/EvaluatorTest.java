package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fengong.benchmarks.engine.Instance.Member;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand: two members, three weeks, a task, its successor, one that stays where it is, and one that must be placed. */
class EvaluatorTest {
    private static final int NONE = -1;

    private static final Instance INSTANCE = new Instance(
            "by-hand",
            3,
            List.of(
                    new Member(new int[] {10, 10, 10}, new int[] {12, 16}),
                    new Member(new int[] {9, 5, 9}, new int[] {90, 90})),
            List.of(
                    new Task(2, 0, 0, 100, NONE, NONE, false, new int[0], options(6, 5, 9)),
                    new Task(3, 1, 1, 200, 0, 1, false, new int[] {0}, options(8, 4, 20)),
                    new Task(1, 0, 2, 300, 1, 0, true, new int[0], options(3, 2, 1)),
                    new Task(
                            1, 0, 2, Instance.NO_BACKLOG, NONE, NONE, false, new int[0], List.of(new Option(1, 4, 7)))),
            0,
            0);

    private static List<Option> options(int effort, int costOfFirst, int costOfSecond) {
        return List.of(new Option(0, effort, costOfFirst), new Option(1, effort, costOfSecond));
    }

    /** Task by task "member week". */
    private static Plan plan(String places) {
        String[] words = places.split("[ ,]+");
        var plan = new Plan(new int[words.length / 2], new int[words.length / 2]);
        for (int t = 0; t < words.length / 2; t++) {
            plan.member()[t] = Integer.parseInt(words[2 * t]);
            plan.week()[t] = Integer.parseInt(words[2 * t + 1]);
        }
        return plan;
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        // 5 + 4 + 1 + 7, and 2 of 14 hours above 12 at 8
        "'0 0, 0 1, 1 0, 1 0', 33, nothing is late",
        // the first in week 1 is 1 week late at 2 · 15, the second 1 week late at 3 · 15 and not in its week before at
        // 6
        "'0 1, 0 2, 1 0, 1 0', 114, late and moved",
        // another member than before: no cost of the week, 20 for the option, 1 · 3 · 15 late, nobody above 12 hours
        "'0 0, 1 2, 1 0, 1 0', 78, with another member",
        // 5 + 200 + 1 + 7
        "'0 0, -1 -1, 1 0, 1 0', 213, one in the backlog",
        // 100 + 200 + 1 + 7
        "'-1 -1, -1 -1, 1 0, 1 0', 308, a predecessor and its successor in the backlog"
    })
    void countsTheCostThatIsCountedByHand(String places, long cost, String what) {
        assertThat(Evaluator.cost(INSTANCE, plan(places))).isEqualTo(cost);
    }

    @Test
    void countsHoursAboveBothThresholds() {
        var busy = new Instance(
                "busy",
                1,
                List.of(new Member(new int[] {20}, new int[] {12, 16})),
                List.of(new Task(1, 0, 0, 0, NONE, NONE, false, new int[0], List.of(new Option(0, 19, 1)))),
                0,
                0);

        long cost = Evaluator.cost(busy, plan("0 0"));

        assertThat(cost).isEqualTo(1 + 7 * 8 + 3 * 16);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'0 0, 0 1, 0 0, 1 0', Task 2 has left its pinned place.",
        "'0 0, 0 1, 1 1, 1 0', Task 2 has left its pinned place.",
        "'0 0, 0 1, -1 -1, 1 0', Task 2 must be placed.",
        "'0 0, 0 1, 1 0, -1 -1', Task 3 must be placed.",
        "'0 0, 0 1, 1 0, 0 0', Task 3 is with a member who is no option.",
        "'0 0, 0 1, 1 0, 7 0', Task 3 is with a member who is no option.",
        "'-1 -1, 0 1, 1 0, 1 0', Task 1 waits for a task in the backlog.",
        "'0 1, 0 1, 1 0, 1 0', Task 1 starts before a predecessor has ended.",
        "'0 0, 0 0, 1 0, 1 0', Task 1 is outside its weeks.",
        "'0 0, 0 3, 1 0, 1 0', Task 1 is outside its weeks.",
        "'0 0, 1 1, 1 0, 1 0', Member 1 has 8 hours in week 1 and room for 5."
    })
    void namesTheRuleThatIsBroken(String places, String message) {
        assertThatThrownBy(() -> Evaluator.cost(INSTANCE, plan(places)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
