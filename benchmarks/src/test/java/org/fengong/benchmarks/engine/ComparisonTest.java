package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fengong.benchmarks.engine.Comparison.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final Instance DEPARTMENT = Instances.named("S-43");
    private static final Instance ASSIGNMENT = Instances.gap("tiny", "1 1  3  4  10");

    /** A run whose value stood from the beginning. */
    private static Run run(Instance instance, String solver, long value, long bound) {
        List<Long> marks = Curve.MARKS.stream().map(mark -> value).toList();
        return new Run(instance, solver, 1, value, marks, value, bound, 1, 1, 1, "time", null, List.of());
    }

    private static Comparison compare(Run... runs) {
        return Comparison.of(List.of(runs)).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "99, 100, BETTER, true",
        "100, 100, EQUAL, false",
        "90, 90, EQUAL, true",
        "101, 100, WORSE, false",
        "-1, 100, WORSE, false",
        "100, -1, BETTER, true",
        "-1, -1, , true"
    })
    void aDepartmentsPlanMustBeBetterUnlessNoneCanBe(long ours, long theirs, Verdict verdict, boolean meetsAim) {
        Run other = run(DEPARTMENT, "timefold", theirs, 0);
        Comparison comparison = compare(run(DEPARTMENT, "fengong", ours, 80), other, run(DEPARTMENT, "cpsat", 99, 90));

        assertThat(comparison.bound()).isEqualTo(90);
        assertThat(comparison.verdict(other)).isEqualTo(verdict);
        assertThat(comparison.meetsAim(other)).isEqualTo(meetsAim);
    }

    @ParameterizedTest
    @CsvSource({"1000, BETTER, true", "1001, EQUAL, true", "1002, WORSE, true", "1003, WORSE, false", "-1, WORSE, false"
    })
    void anAssignmentMayBeATenthOfAPercentDearer(long ours, Verdict verdict, boolean meetsAim) {
        Run other = run(ASSIGNMENT, "cpsat", 1001, 0);
        Comparison comparison = compare(run(ASSIGNMENT, "fengong", ours, 0), other);

        assertThat(comparison.verdict(other)).isEqualTo(verdict);
        assertThat(comparison.meetsAim(other)).isEqualTo(meetsAim);
    }

    @Test
    void withoutTheEngineThereIsNoVerdict() {
        Run other = run(DEPARTMENT, "cpsat", 100, 0);

        assertThat(compare(other).verdict(other)).isNull();
        assertThat(compare(other).meetsAim(other)).isTrue();
    }

    @Test
    void theTextShowsTheEnginesBesideEachOtherAndWhereTheAimIsMissed() {
        String text = SideBySide.of(List.of(
                run(DEPARTMENT, "fengong", 102, 0),
                run(DEPARTMENT, "greedy", 150, 0),
                run(DEPARTMENT, "cpsat", 100, 80),
                run(ASSIGNMENT, "fengong", 3, 3)));

        assertThat(text.lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "S-43 2 s 80 | 102 27.50 | 150 87.50 better | 100 25.00 worse",
                        "tiny 30 s 3 | 3 0.00 | |",
                        "fengong beside greedy: better 3, equal 0, worse 0",
                        "fengong beside cpsat: better 0, equal 0, worse 3",
                        "The aim is missed on S-43 at 10 s: 102 (+2.00 %), and 100 of cpsat.");
        assertThat(text).doesNotContain("fengong beside fengong");
    }

    @Test
    void oneEngineAloneHasNothingBesideIt() {
        assertThat(SideBySide.of(List.of(run(DEPARTMENT, "fengong", 3, 0)))).isEmpty();
    }
}
