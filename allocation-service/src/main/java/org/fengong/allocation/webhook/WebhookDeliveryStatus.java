package org.fengong.allocation.webhook;

/** PENDING waits for its first or next attempt; DEAD has failed for good. */
enum WebhookDeliveryStatus {
    PENDING,
    SENDING,
    DELIVERED,
    DEAD
}
