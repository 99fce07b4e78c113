package org.fengong.localstack.demo;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** A running suite, as far as the demo needs to know it. */
public interface Suite {
    URI members();

    URI tasks();

    URI allocation();

    URI review();

    /**
     * A token of the local issuer.
     *
     * @param role admin, lead, member, viewer or service
     * @param memberId whose token it is; null for nobody's
     */
    String token(String role, UUID memberId);

    /** Business time now. */
    Instant now();

    /** Moves business time of all services forward to the given instant; never back. */
    void moveTo(Instant businessTime);

    /** Waits until each event that is on its way has taken effect everywhere. */
    void awaitEvents();
}
