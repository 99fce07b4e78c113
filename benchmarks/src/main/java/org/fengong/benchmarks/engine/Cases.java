package org.fengong.benchmarks.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which instances are run when none is named. */
final class Cases {
    static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);

    /** Where the engine is still at work after a second, and two sizes that it proves; those that tell most come first. */
    static final List<String> CHOICE = List.of(
            "M-42", "L-42", "XL-42", "S-42", "d20200", "e20200", "M-u95-1", "L-u95-1", "d20400", "c20400", "e20400",
            "M-43", "L-43", "XL-43", "M-u80-1", "L-u80-1", "d20100", "c20200", "e20100", "S-43", "M-u65-1", "L-u65-1",
            "c05100", "c10100", "c20100", "e05100", "e10100");

    private Cases() {}

    /** As many of the choice as the solvers get done in a quarter of an hour, the warm-up included. */
    static List<String> choice(List<Solver> solvers) {
        List<String> names = new ArrayList<>();
        Duration left = QUARTER_OF_AN_HOUR.minus(EngineBenchmark.CEILING);
        for (String name : CHOICE) {
            left = left.minus(new Request(0, solvers, List.of(name), true).atMost(EngineBenchmark.CEILING));
            if (left.isNegative()) {
                break;
            }
            names.add(name);
        }
        return names;
    }

    static List<String> full() {
        return Stream.of(Instances.published(), Instances.domains(), Generator.names())
                .flatMap(List::stream)
                .toList();
    }
}
