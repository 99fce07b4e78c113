package org.fengong.review.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fengong.platform.http.Correlation;
import org.jboss.logging.Logger;

/** Asks allocation-service for plans. */
@ApplicationScoped
public class AllocationClient {
    private static final Logger LOG = Logger.getLogger(AllocationClient.class);

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
     * @return the plan's id
     * @throws AllocationUnavailableException when there is no answer now; the plan may be started or not
     * @throws ReplanRefusedException when allocation-service does not accept the request
     */
    public UUID startPlan(UUID idempotencyKey, UUID lead, UUID teamId, int weeks, ReplanPolicy policy) {
        try {
            var started = api.startPlan(
                    token.authorization(),
                    lead,
                    idempotencyKey,
                    correlation.traceparent(),
                    new StartPlanRequest(List.of(teamId), weeks, policy));
            if (started == null || started.id() == null) {
                LOG.errorf("allocation-service accepted a plan and did not say which, key=%s", idempotencyKey);
                throw new AllocationUnavailableException(null);
            }
            return started.id();
        } catch (ProcessingException | FaultToleranceException e) {
            LOG.warnf("allocation-service does not answer: %s", e);
            throw new AllocationUnavailableException(null);
        }
    }
}
