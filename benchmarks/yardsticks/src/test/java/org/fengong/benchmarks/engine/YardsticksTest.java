package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YardsticksTest {
    private static Request parse(String... words) {
        return Request.parse(Arrays.asList(words));
    }

    private static List<String> names(Request request) {
        return request.solvers().stream().map(Solver::name).toList();
    }

    @Test
    void allEnginesRunWhenNoneIsNamed() {
        assertThat(names(parse())).containsExactly("fengong", "greedy", "timefold", "cpsat");
    }

    @Test
    void theOnesThatAreNamedRun() {
        assertThat(names(parse("--engines", "cpsat,fengong"))).containsExactly("fengong", "cpsat");
        assertThat(names(parse("--engines=timefold"))).containsExactly("timefold");
    }

    @Test
    void tellsWhichEnginesThereAre() {
        assertThatThrownBy(() -> parse("--engines", "fengong,gurobi"))
                .hasMessage("There is no engine \"gurobi\". There are fengong, greedy, timefold, cpsat.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fengong,greedy,timefold,cpsat", "fengong,timefold", "fengong,greedy"})
    void theChoiceOfInstancesTakesAQuarterOfAnHourAtMost(String engines) {
        Request request = parse("--engines", engines);

        Duration all = request.atMost(EngineBenchmark.CEILING).plus(EngineBenchmark.CEILING);

        assertThat(all).isLessThanOrEqualTo(Cases.QUARTER_OF_AN_HOUR);
        assertThat(request.instances()).contains("S-42", "M-42", "L-42", "XL-42", "d20200", "e20200");
    }

    @Test
    void whatIsTooLargeForASolverIsLeftOutOfTheChoiceOnly() {
        Solver cpSat = new CpSatYardstick();
        Instance large = Instances.named("XL-42");

        assertThat(parse().wants(cpSat, large)).isFalse();
        assertThat(parse().wants(cpSat, Instances.named("L-42"))).isTrue();
        assertThat(parse("XL-42").wants(cpSat, large)).isTrue();
        assertThat(parse("--full").wants(cpSat, large)).isTrue();
    }

    @Test
    void eachRunsInAJvmOfItsOwn() {
        for (Solver yardstick : List.of(new TimefoldYardstick(2000), new CpSatYardstick())) {
            Run run = Apart.of(yardstick, TinyInstances.department(3), 1, Duration.ofMinutes(5));

            assertThat(run.fault()).isNull();
            assertThat(run.value())
                    .isEqualTo(run.curve().get(run.curve().size() - 1).value());
        }
    }
}
