package org.fengong.platform.messaging;

import java.time.Instant;

/**
 * An event has been put into the outbox. It is fired in the transaction of the change: what an observer writes is there
 * exactly when the event is, and an observer that fails undoes both.
 *
 * @param type CloudEvents type
 * @param payload the data as JSON
 */
public record OutboxAppended(String type, Instant time, String payload) {}
