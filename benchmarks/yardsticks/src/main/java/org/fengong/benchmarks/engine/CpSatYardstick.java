package org.fengong.benchmarks.engine;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.time.Duration;
import org.fengong.benchmarks.engine.CpSatModel.Places;

/** OR-Tools' CP-SAT with two workers, on {@link CpSatModel}. */
public record CpSatYardstick() implements Yardstick {
    private static final int WORKERS = 2;

    /** Its bounds are whole numbers that have passed through floating point. */
    private static final double ROUNDING = 1e-6;

    @Override
    public String name() {
        return "cpsat";
    }

    @Override
    public int threads() {
        return WORKERS;
    }

    /** Beyond, it takes gigabytes and finds next to nothing. */
    @Override
    public int mostTasks() {
        return 3000;
    }

    @Override
    public Outcome solve(Instance instance, long seed, Duration ceiling, Watch watch) {
        long begin = System.nanoTime();
        Loader.loadNativeLibraries();
        var model = new CpSatModel(instance);
        Places places = model.places();
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(WORKERS)
                .setRandomSeed((int) seed)
                .setMaxTimeInSeconds(Math.max(0, ceiling.toNanos() - (System.nanoTime() - begin)) / 1e9);
        var callback = new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                int[] chosen = places.chosen(this::booleanValue);
                watch.better(
                        numBranches(),
                        Math.round(objectiveValue()),
                        bound(bestObjectiveBound()),
                        () -> places.plan(chosen));
            }
        };
        CpSolverStatus status = solver.solve(model.model(), callback);
        long bound = bound(solver.bestObjectiveBound());
        return switch (status) {
            case OPTIMAL, FEASIBLE ->
                new Outcome(
                        places.plan(places.chosen(solver::booleanValue)),
                        Math.round(solver.objectiveValue()),
                        bound,
                        solver.numBranches(),
                        status == CpSolverStatus.OPTIMAL ? "optimal" : "time");
            case UNKNOWN -> new Outcome(null, Run.NONE, bound, solver.numBranches(), "time");
            default ->
                throw new IllegalStateException(
                        instance.name() + " is " + status + " for CP-SAT: " + solver.getSolutionInfo());
        };
    }

    private static long bound(double bound) {
        return Math.max(NO_BOUND, (long) Math.ceil(bound - ROUNDING));
    }
}
