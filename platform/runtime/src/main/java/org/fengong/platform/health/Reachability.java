package org.fengong.platform.health;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Readiness by something that a service needs to start but can do without for a while: not ready until it was reached
 * once, ready ever after, and the answer says when it is away. Taking every replica out of service because a broker is
 * away would turn delayed events into refused requests.
 */
final class Reachability {
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final String name;
    private final String whileAway;
    private final Callable<?> probe;
    private boolean everReached;
    private String failure;
    private long askedAtNanos = System.nanoTime() - FRESH.toNanos();

    /**
     * @param whileAway what does not work in the meantime
     * @param probe throws when the thing is away; asked at most every three seconds
     */
    Reachability(String name, String whileAway, Callable<?> probe) {
        this.name = name;
        this.whileAway = whileAway;
        this.probe = probe;
    }

    synchronized HealthCheckResponse check() {
        if (System.nanoTime() - askedAtNanos >= FRESH.toNanos()) {
            failure = failureNow();
            everReached |= failure == null;
            askedAtNanos = System.nanoTime();
        }
        var response = HealthCheckResponse.named(name).status(everReached).withData("reachable", failure == null);
        return (failure == null
                        ? response
                        : response.withData("failure", failure).withData("meanwhile", whileAway))
                .build();
    }

    private String failureNow() {
        try {
            probe.call();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (Exception e) {
            return String.valueOf(e.getMessage());
        }
    }
}
