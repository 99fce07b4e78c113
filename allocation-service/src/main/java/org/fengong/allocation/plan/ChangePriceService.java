package org.fengong.allocation.plan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.fengong.allocation.solver.ChangePrices;
import org.fengong.allocation.solver.problem.PlanningProblem;

/** Says what 0, 1, 2 … changes against the plan in force cost, by the question that the plan answers (S4). */
@ApplicationScoped
class ChangePriceService {
    static final int MOST_CHANGES = 10;
    private static final Duration CEILING = Duration.ofSeconds(10);

    /** The searches are short, but each takes a processor. */
    private final Semaphore running = new Semaphore(1);

    private final PlanService plans;

    ChangePriceService(PlanService plans) {
        this.plans = plans;
    }

    /** What is needed of the plan, read in one transaction and used after it. */
    private record Solved(PlanningProblem problem, long value, long bound, Integer changes) {}

    /**
     * @throws PlanStatusException when it has no result
     * @throws PlanningBusyException while others are being counted
     */
    ChangePricesResponse of(UUID planId) {
        var solved = QuarkusTransaction.requiringNew().call(() -> solved(planId));
        if (!running.tryAcquire()) {
            throw new PlanningBusyException(
                    "The prices of another plan's changes are being counted", Duration.ofSeconds(2));
        }
        try {
            var most = Math.min(MOST_CHANGES, solved.problem().published().size());
            return response(planId, solved, ChangePrices.of(solved.problem(), most, CEILING, () -> false));
        } finally {
            running.release();
        }
    }

    private Solved solved(UUID planId) {
        var plan = plans.read(planId);
        plan.requireResult("priced");
        return new Solved(
                plan.problem(), plan.value(), plan.bound(), plan.summary().changes());
    }

    /** The plan itself is one of those found. */
    private static ChangePricesResponse response(UUID planId, Solved solved, List<ChangePrices.Price> found) {
        var prices = new ArrayList<ChangePricesResponse.Price>();
        Long before = null;
        for (var price : found) {
            var value = price.value();
            if (solved.changes() != null && solved.changes() <= price.changes()) {
                value = value == null ? solved.value() : Math.min(value, solved.value());
            }
            var saving = value == null || before == null ? null : before - value;
            prices.add(new ChangePricesResponse.Price(price.changes(), value, saving));
            before = value;
        }
        return new ChangePricesResponse(planId, solved.bound(), prices);
    }
}
