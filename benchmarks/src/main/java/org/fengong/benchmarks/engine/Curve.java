package org.fengong.benchmarks.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** How value and bound of one run came along. */
final class Curve implements Solver.Watch {
    /** Seconds at which the plan that stands is kept for judgement. */
    static final List<Integer> MARKS = List.of(2, 5, 10, 30);

    private final DoubleSupplier seconds;
    private final List<Point> points = new ArrayList<>();
    private final List<Standing> atMarks = new ArrayList<>();
    private Standing first;
    private Standing last;

    /** @param bound or {@link Solver#NO_BOUND} */
    record Point(double seconds, long steps, long value, long bound) implements Serializable {}

    /** A plan that stood for a while, and what its solver says it costs. */
    record Standing(Supplier<Plan> plan, long value) {}

    /** @param seconds since the run began */
    Curve(DoubleSupplier seconds) {
        this.seconds = seconds;
    }

    @Override
    public void better(long steps, long value, long bound, Supplier<Plan> plan) {
        double now = seconds.getAsDouble();
        while (atMarks.size() < MARKS.size() && now > MARKS.get(atMarks.size())) {
            atMarks.add(last);
        }
        points.add(new Point(now, steps, value, bound));
        last = new Standing(plan, value);
        if (first == null) {
            first = last;
        }
    }

    /** The last plan stands from now on. */
    void end(Solver.Outcome outcome) {
        if (outcome.plan() != null) {
            better(outcome.steps(), outcome.value(), outcome.bound(), outcome::plan);
        }
        while (atMarks.size() < MARKS.size()) {
            atMarks.add(last);
        }
    }

    List<Point> points() {
        return points;
    }

    /** Null when there was never a plan. */
    Standing first() {
        return first;
    }

    /** One for each of {@link #MARKS}; null where there was no plan yet. */
    List<Standing> atMarks() {
        return atMarks;
    }

    /** Null when there was never a plan. */
    Standing last() {
        return last;
    }
}
