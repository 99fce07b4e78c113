package org.fengong.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the solvers had reached on one instance when as many seconds had passed.
 *
 * @param mark one of {@link #MARKS}
 * @param bound the best that is known when all have ended; 0 = none
 * @param ours the engine's run; null when it did not run
 */
record Comparison(Instance instance, int mark, long bound, Run ours, List<Run> runs) {
    /** Seconds after which the solvers are compared. */
    static final List<Integer> MARKS = List.of(2, 10, 30);

    /** How much dearer the engine's plan of an assignment problem may be, in percent. */
    private static final double TOLERANCE = 0.1;

    enum Verdict {
        BETTER,
        EQUAL,
        WORSE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By instance in the order of the runs, then by mark. */
    static List<Comparison> of(List<Run> runs) {
        List<Comparison> all = new ArrayList<>();
        runs.stream().map(run -> run.instance().name()).distinct().forEach(name -> {
            List<Run> ofInstance = runs.stream()
                    .filter(run -> run.instance().name().equals(name))
                    .toList();
            long bound = ofInstance.stream().mapToLong(Run::bestBound).max().orElse(Solver.NO_BOUND);
            Run ours = ofInstance.stream()
                    .filter(run -> run.solver().equals(FengongEngine.NAME))
                    .findFirst()
                    .orElse(null);
            for (int mark : MARKS) {
                all.add(new Comparison(ofInstance.get(0).instance(), mark, bound, ours, ofInstance));
            }
        });
        return all;
    }

    /** How the engine's plan does beside another's; null when neither has one, or there is nothing to compare. */
    Verdict verdict(Run other) {
        if (ours == null || other == ours || ours.at(mark) == Run.NONE && other.at(mark) == Run.NONE) {
            return null;
        }
        int sign = Long.compare(cost(ours), cost(other));
        return sign < 0 ? Verdict.BETTER : sign > 0 ? Verdict.WORSE : Verdict.EQUAL;
    }

    /**
     * Whether the engine's plan is as good as it should be: of a department better than any other's, or the best there can
     * be; of an assignment problem hardly dearer.
     */
    boolean meetsAim(Run other) {
        Verdict verdict = verdict(other);
        if (verdict == null || verdict == Verdict.BETTER) {
            return true;
        }
        if (instance.assignment()) {
            return excess(other) <= TOLERANCE;
        }
        return verdict == Verdict.EQUAL && ours.at(mark) == bound;
    }

    /** Percent by which the engine's plan costs more than another's; infinite when it has none. */
    double excess(Run other) {
        return ours.at(mark) == Run.NONE
                ? Double.POSITIVE_INFINITY
                : 100.0 * (ours.at(mark) - other.at(mark)) / other.at(mark);
    }

    private long cost(Run run) {
        return run.at(mark) == Run.NONE ? Long.MAX_VALUE : run.at(mark);
    }
}
