package org.fengong.benchmarks.engine;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import java.time.Duration;
import org.fengong.benchmarks.engine.TimefoldModel.Department;
import org.fengong.benchmarks.engine.TimefoldModel.Placement;

/**
 * Timefold on {@link TimefoldModel}, with its construction heuristic, then its local search as they are set by default. Its
 * free edition has one thread.
 *
 * @param moves that it may try; 0 = as many as there is time for
 */
public record TimefoldYardstick(long moves) implements Yardstick {
    public TimefoldYardstick() {
        this(0);
    }

    @Override
    public String name() {
        return "timefold";
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public Outcome solve(Instance instance, long seed, Duration ceiling, Watch watch) {
        long begin = System.nanoTime();
        Department problem = TimefoldModel.of(instance);
        var termination = new TerminationConfig();
        if (moves > 0) {
            termination.setMoveCountLimit(moves);
        }
        termination.setSpentLimit(ceiling.minusMillis((System.nanoTime() - begin) / 1_000_000));
        SolverFactory<Department> factory = SolverFactory.create(new SolverConfig()
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(seed)
                .withSolutionClass(Department.class)
                .withEntityClasses(Placement.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(TimefoldCost.class))
                .withTerminationConfig(termination));
        var solver = (DefaultSolver<Department>) factory.buildSolver();
        solver.addEventListener(event -> {
            var score = (HardSoftLongScore) event.getNewBestScore();
            if (event.isNewBestSolutionInitialized() && score.isFeasible()) {
                Department best = event.getNewBestSolution();
                watch.better(solver.getMoveEvaluationCount(), -score.softScore(), NO_BOUND, best::plan);
            }
        });
        Department best = solver.solve(problem);
        long done = solver.getMoveEvaluationCount();
        return best.placed() && best.score.isFeasible()
                ? new Outcome(best.plan(), -best.score.softScore(), NO_BOUND, done, moves > 0 ? "steps" : "time")
                : new Outcome(null, Run.NONE, NO_BOUND, done, "time");
    }
}
