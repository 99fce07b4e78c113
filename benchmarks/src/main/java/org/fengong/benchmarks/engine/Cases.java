package org.fengong.benchmarks.engine;

import java.util.List;
import java.util.stream.Stream;

/** Which instances are run when none is named. */
final class Cases {
    /** Where the engine is still at work after a second, and two sizes that it proves. */
    static final List<String> DEFAULT = List.of(
            "c05100", "c10100", "c20100", "c20200", "c20400", "d20100", "d20200", "d20400", "e05100", "e10100",
            "e20100", "e20200", "e20400", "S-42", "S-43", "M-42", "M-43", "L-42", "L-43", "XL-42", "XL-43", "M-u65-1",
            "M-u80-1", "M-u95-1", "L-u65-1", "L-u80-1", "L-u95-1");

    private Cases() {}

    static List<String> full() {
        return Stream.of(Instances.published(), Instances.domains(), Generator.names())
                .flatMap(List::stream)
                .toList();
    }
}
