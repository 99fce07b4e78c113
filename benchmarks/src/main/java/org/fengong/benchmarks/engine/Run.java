package org.fengong.benchmarks.engine;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * One run of a solver. Every value is the evaluator's, those of the curve are the solver's own.
 *
 * @param first value of the first plan, or {@link #NONE}
 * @param atMarks values of the plans that stood at {@link Curve#MARKS}, or {@link #NONE}
 * @param value of the last plan, or {@link #NONE}
 * @param end what ended it
 * @param fault what is wrong with a plan that the solver gave out; null = nothing
 */
record Run(
        Instance instance,
        String solver,
        long seed,
        long first,
        List<Long> atMarks,
        long value,
        long bound,
        double seconds,
        double wallSeconds,
        long steps,
        String end,
        String fault,
        List<Curve.Point> curve)
        implements Serializable {

    static final long NONE = -1;

    static Run of(Solver solver, Instance instance, long seed, Duration ceiling) {
        var stopwatch = new Stopwatch(solver.threads());
        var curve = new Curve(stopwatch);
        Solver.Outcome outcome = outcome(solver, instance, seed, ceiling, curve);
        double seconds = stopwatch.getAsDouble();
        double wallSeconds = stopwatch.wallSeconds();
        curve.end(outcome);
        var judge = new Judge(instance);
        long first = judge.value(curve.first());
        List<Long> atMarks = curve.atMarks().stream().map(judge::value).toList();
        long value = judge.value(curve.last());
        judge.bound(outcome.bound(), value);
        return new Run(
                instance,
                solver.name(),
                seed,
                first,
                atMarks,
                value,
                outcome.bound(),
                seconds,
                wallSeconds,
                outcome.steps(),
                outcome.end(),
                judge.fault,
                curve.points());
    }

    private static Solver.Outcome outcome(
            Solver solver, Instance instance, long seed, Duration ceiling, Solver.Watch watch) {
        try {
            return solver.solve(instance, seed, ceiling, watch);
        } catch (OutOfMemoryError e) {
            return new Solver.Outcome(null, NONE, Solver.NO_BOUND, 0, "memory");
        }
    }

    /** A run that came to nothing. */
    static Run failed(Solver solver, Instance instance, long seed, double wallSeconds, String end) {
        return new Run(
                instance,
                solver.name(),
                seed,
                NONE,
                Collections.nCopies(Curve.MARKS.size(), NONE),
                NONE,
                Solver.NO_BOUND,
                0,
                wallSeconds,
                0,
                end,
                null,
                List.of());
    }

    /** The best lower bound that is known: the run's own or the one from elsewhere; 0 = none. */
    long bestBound() {
        return Math.max(bound, instance.bestBound());
    }

    /** Value of the plan that stood at one of {@link Curve#MARKS}, or {@link #NONE}. */
    long at(int mark) {
        return atMarks.get(Curve.MARKS.indexOf(mark));
    }

    /** Percent by which the value is above a reference; NaN without one or without a value. */
    double above(long reference) {
        return value == NONE || reference <= 0 ? Double.NaN : 100.0 * (value - reference) / reference;
    }

    private static final class Judge {
        private final Instance instance;
        private String fault;

        Judge(Instance instance) {
            this.instance = instance;
        }

        long value(Curve.Standing standing) {
            if (standing == null) {
                return NONE;
            }
            try {
                long value = Evaluator.cost(instance, standing.plan().get());
                if (value != standing.value()) {
                    fault = "A plan said to cost " + standing.value() + " costs " + value + ".";
                }
                return value;
            } catch (IllegalArgumentException e) {
                fault = e.getMessage();
                return NONE;
            }
        }

        void bound(long bound, long value) {
            if (value != NONE && bound > value) {
                fault = "The bound " + bound + " is above the value " + value + ".";
            }
        }
    }
}
