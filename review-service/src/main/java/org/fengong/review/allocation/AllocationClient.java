package org.fengong.review.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fengong.platform.http.Correlation;
import org.fengong.review.remote.ServiceToken;
import org.fengong.review.remote.ServiceTokenMissingException;
import org.jboss.logging.Logger;

/** Asks allocation-service for plans. */
@ApplicationScoped
public class AllocationClient {
    private static final Logger LOG = Logger.getLogger(AllocationClient.class);

    /** Where the search for a plan stands. */
    public enum Solving {
        RUNS,
        DONE,
        /** There is no plan, nor will there be. */
        FAILED
    }

    private final AllocationApi api;
    private final ServiceToken token;
    private final Correlation correlation;

    AllocationClient(@RestClient AllocationApi api, ServiceToken token, Correlation correlation) {
        this.api = api;
        this.token = token;
        this.correlation = correlation;
    }

    /**
     * Has a draft of a new plan solved. Repeated with the same key it leads to the same plan. Takes seconds when
     * allocation-service is slow: no transaction may be open.
     *
     * @param lead in whose name it is asked
     * @param policy null: as usual
     * @param pins roles that it must give to these members
     * @return the plan's id
     * @throws AllocationUnavailableException when there is no answer now; the plan may be started or not
     * @throws ReplanRefusedException when allocation-service does not accept the request
     */
    public UUID startPlan(
            UUID idempotencyKey, UUID lead, UUID teamId, int weeks, ReplanPolicy policy, List<PinnedRole> pins) {
        return start(
                idempotencyKey,
                lead,
                new StartPlanRequest(List.of(teamId), weeks, policy, null, pins.isEmpty() ? null : pins));
    }

    /** As {@link #startPlan}, but of what would be if something were so; it is never published. */
    public UUID startScenario(UUID idempotencyKey, UUID lead, UUID teamId, int weeks, Supposed supposed) {
        return start(
                idempotencyKey,
                lead,
                new StartPlanRequest(
                        List.of(teamId),
                        weeks,
                        null,
                        supposed.scenario(),
                        supposed.pins().isEmpty() ? null : supposed.pins()));
    }

    /** How far a plan is. @throws AllocationUnavailableException when there is no answer now */
    public Solving solving(UUID lead, UUID planId) {
        return switch (answer(() -> api.plan(token.authorization(), lead, correlation.traceparent(), planId))
                .status()) {
            case "SOLVING" -> Solving.RUNS;
            case "FAILED", "CANCELLED" -> Solving.FAILED;
            default -> Solving.DONE;
        };
    }

    /**
     * What one solved plan does otherwise than another.
     *
     * @throws AllocationUnavailableException when there is no answer now
     */
    public PlanDifference difference(UUID lead, UUID planId, UUID withPlanId) {
        return answer(() -> api.comparison(token.authorization(), lead, correlation.traceparent(), planId, withPlanId));
    }

    private UUID start(UUID idempotencyKey, UUID lead, StartPlanRequest request) {
        var started = answer(
                () -> api.startPlan(token.authorization(), lead, idempotencyKey, correlation.traceparent(), request));
        if (started == null || started.id() == null) {
            LOG.errorf("allocation-service accepted a plan and did not say which, key=%s", idempotencyKey);
            throw new AllocationUnavailableException(null);
        }
        return started.id();
    }

    private static <T> T answer(Supplier<T> request) {
        try {
            return request.get();
        } catch (ProcessingException | FaultToleranceException | ServiceTokenMissingException e) {
            LOG.warnf("allocation-service does not answer: %s", e);
            throw new AllocationUnavailableException(null);
        }
    }
}
