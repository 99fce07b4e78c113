package org.fengong.allocation.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published plan as other features see it.
 *
 * @param value what it costs by its policy; less is better
 * @param bound no plan can cost less
 * @param gap (value − bound) ÷ value
 * @param nobodies roles that it gives to nobody
 */
public record PlanInForce(UUID id, long value, long bound, double gap, Instant publishedAt, List<Nobody> nobodies) {
    /**
     * @param reason why, as a word
     * @param detail the same in a sentence
     */
    public record Nobody(UUID roleId, String reason, String detail) {}
}
