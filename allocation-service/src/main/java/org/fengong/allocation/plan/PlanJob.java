package org.fengong.allocation.plan;

import com.fasterxml.uuid.Generators;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.solver.ChangesExceededException;
import org.fengong.allocation.solver.Progress;
import org.fengong.allocation.solver.SolveControl;
import org.fengong.allocation.solver.Solver;
import org.fengong.allocation.solver.plan.PlannedAssignment;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.platform.problem.ExceptionTranslator;
import org.jboss.logging.Logger;

/**
 * Solves one plan. It may be started several times, by several replicas, after crashes: each start takes a new lease, and
 * only the holder of the latest lease stores a result.
 */
@ApplicationScoped
class PlanJob {
    private static final Logger LOG = Logger.getLogger(PlanJob.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    /** A replay ends by its steps; this only keeps a wrong one from running for good. */
    private static final Duration REPLAY_CEILING = Duration.ofMinutes(5);

    /** The replica stops: another one, or this one after its start, does the job anew. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("The service stops; the plan is solved by the next to take it.");
        }
    }

    /** What the engine is asked, and what it was made from. */
    private record Question(
            PlanningProblem problem, java.util.Map<String, Long> asOf, java.util.Map<UUID, UUID> base, long lastStep) {}

    private final PlanRepository plans;
    private final PlanningProblemFactory problems;
    private final SnapshotReader snapshots;
    private final PlanAnnouncer announcer;
    private final Event<RepairProposed> proposed;
    private final ExceptionTranslator translator;
    private final PlanningConfig config;
    private final PlanMetrics metrics;
    private final Clock clock;

    PlanJob(
            PlanRepository plans,
            PlanningProblemFactory problems,
            SnapshotReader snapshots,
            PlanAnnouncer announcer,
            Event<RepairProposed> proposed,
            ExceptionTranslator translator,
            PlanningConfig config,
            PlanMetrics metrics,
            Clock clock) {
        this.plans = plans;
        this.problems = problems;
        this.snapshots = snapshots;
        this.announcer = announcer;
        this.proposed = proposed;
        this.translator = translator;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @throws RuntimeException when the database is away or this replica stops: to be tried again */
    void run(UUID planId, BooleanSupplier stopping) {
        var lease = Generators.timeBasedEpochGenerator().generate();
        var plan = QuarkusTransaction.requiringNew().call(() -> claim(planId, lease));
        if (plan == null) {
            return;
        }
        try {
            if (!waitForTasks(plan, lease, stopping)) {
                finish(
                        planId,
                        lease,
                        p -> p.fail(
                                SnapshotBehindException.SLUG,
                                "The tasks that the plan must see did not arrive within %d s. Ask again."
                                        .formatted(config.mustSeePatience().toSeconds())));
                return;
            }
            solve(plan, lease, stopping);
        } catch (RuntimeException e) {
            if (e instanceof StoppedException || translator.isTransient(e)) {
                throw e;
            }
            if (e instanceof SnapshotBehindException) {
                finish(planId, lease, p -> p.fail(SnapshotBehindException.SLUG, e.getMessage()));
                return;
            }
            if (e instanceof ChangesExceededException) {
                finish(planId, lease, p -> p.fail("too-few-changes-allowed", e.getMessage()));
                return;
            }
            LOG.errorf(e, "The plan cannot be solved, planId=%s", planId);
            finish(planId, lease, p -> p.fail("solver-error", "The engine made a mistake; the log has the details."));
        }
    }

    private Plan claim(UUID planId, UUID lease) {
        var plan = plans.requireLocked(planId);
        if (plan.status() != PlanStatus.SOLVING) {
            return null;
        }
        plan.lease(lease);
        return plan;
    }

    /** False when they have not come in time, or nobody waits for the plan any more. */
    private boolean waitForTasks(Plan plan, UUID lease, BooleanSupplier stopping) {
        var deadline = System.nanoTime() + config.mustSeePatience().toNanos();
        while (!QuarkusTransaction.requiringNew().call(() -> seesAll(plan))) {
            if (stopping.getAsBoolean()) {
                throw new StoppedException();
            }
            if (System.nanoTime() > deadline
                    || !QuarkusTransaction.requiringNew().call(() -> plans.isSolvedUnder(lease, plan.id()))) {
                return false;
            }
            try {
                Thread.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException();
            }
        }
        return true;
    }

    private boolean seesAll(Plan plan) {
        if (plan.mustSee().isEmpty()) {
            return true;
        }
        var known = snapshots.tasks(
                plan.mustSee().stream().map(CreatePlanRequest.SeenTask::taskId).collect(Collectors.toSet()));
        return plan.mustSee().stream()
                .allMatch(seen -> known.containsKey(seen.taskId())
                        && known.get(seen.taskId()).version() >= seen.version());
    }

    private void solve(Plan plan, UUID lease, BooleanSupplier stopping) {
        var question = QuarkusTransaction.requiringNew().call(() -> question(plan));
        var latest = new AtomicReference<Progress>();
        var ended = new EverySoOften(
                Duration.ofMillis(300), () -> stopping.getAsBoolean() || !goesOn(plan.id(), lease, latest.get()));
        var begin = System.nanoTime();
        var solution = Solver.solve(question.problem(), new SolveControl(ended, latest::set, question.lastStep()));
        if (stopping.getAsBoolean()) {
            throw new StoppedException(); // what is found by now depends on the moment, not on the seed
        }
        metrics.solved(Duration.ofNanos(System.nanoTime() - begin), solution.gap());
        if (plan.cause() != null && proposesNothing(plan.cause(), solution)) {
            finish(plan.id(), lease, Plan::endWithoutProposal);
            return;
        }
        var result = PlanResultFactory.of(question.problem(), solution, plan.fromWeek());
        finish(plan.id(), lease, p -> {
            p.solved(question.problem(), question.asOf(), question.base(), solution, result, clock.instant());
            if (p.replayOf() != null) {
                p.compareWith(plans.findById(p.replayOf()));
            }
            if (p.kind() == PlanKind.PLAN) {
                announcer.tell(PlanState.SOLVED, p, p.cause() == null ? p.requestedBy() : null, null);
                if (p.cause() != null) {
                    p.teamIds()
                            .forEach(team -> proposed.fire(
                                    new RepairProposed(p.id(), team, p.cause().kinds())));
                }
            }
        });
    }

    private static boolean proposesNothing(PlanCause cause, Solution solution) {
        return cause.hitRoles().isEmpty() && solution.assignments().stream().allMatch(PlannedAssignment::fixed);
    }

    /** Tells how far the search is, and hears whether anybody still waits for it. */
    private boolean goesOn(UUID planId, UUID lease, Progress found) {
        return QuarkusTransaction.requiringNew()
                .call(() -> found == null
                        ? plans.isSolvedUnder(lease, planId)
                        : plans.showProgress(lease, planId, PlanProgress.of(found, clock.instant())));
    }

    private Question question(Plan plan) {
        return plan.replayOf() == null ? newQuestion(plan) : recordedQuestion(plans.findById(plan.replayOf()));
    }

    private static Question recordedQuestion(Plan original) {
        original.requireResult("replayed");
        var problem = original.problem();
        return new Question(
                problem.withPolicy(problem.policy().withWallClockCeiling(REPLAY_CEILING)),
                original.inputAsOf(),
                original.basePlans(),
                original.summary().steps());
    }

    private Question newQuestion(Plan plan) {
        // read first: of a plan that is published meanwhile the draft shall seem older than it is, never newer
        var base = plans.inForce(plan.teamIds());
        var frame = new PlanningProblemFactory.Frame(
                plan.teamIds(), plan.plannedOn(), plan.fromWeek(), plan.weeks(), Set.of(), plan.cause());
        var problem = problems.build(frame, plan.policy().forEngine(config.wallClockCeiling()), plan.scenario());
        var asOf = snapshots.newestVersions(
                problem.tasks().stream().map(t -> UUID.fromString(t.id())).toList(),
                problem.members().stream().map(m -> UUID.fromString(m.id())).toList());
        return new Question(problem, asOf, base, Long.MAX_VALUE);
    }

    private void finish(UUID planId, UUID lease, java.util.function.Consumer<Plan> effect) {
        QuarkusTransaction.requiringNew().run(() -> {
            var plan = plans.requireLocked(planId);
            if (plan.isLeasedBy(lease)) {
                effect.accept(plan);
            } else {
                LOG.infof("A result is dropped: the plan was cancelled or taken over, planId=%s", planId);
            }
        });
    }

    /** Asks a dear question only now and then; once true, always true. */
    private static final class EverySoOften implements BooleanSupplier {
        private final long nanos;
        private final BooleanSupplier question;
        private long askedAt = System.nanoTime();
        private boolean answer;

        EverySoOften(Duration pause, BooleanSupplier question) {
            this.nanos = pause.toNanos();
            this.question = question;
        }

        @Override
        public boolean getAsBoolean() {
            if (!answer && System.nanoTime() - askedAt > nanos) {
                answer = question.getAsBoolean();
                askedAt = System.nanoTime();
            }
            return answer;
        }
    }
}
