package org.fengong.platform.messaging;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.fengong.platform.http.Correlation;
import org.fengong.platform.json.EventJson;

/**
 * Where a service puts its events: in the transaction of the change, so that each committed change has exactly one. The
 * change is flushed first; its row lock orders the events of one aggregate.
 */
@ApplicationScoped
public class Outbox {
    private final EntityManager entityManager;
    private final EventJson json;
    private final Clock clock;
    private final Correlation correlation;
    private final Event<OutboxAppended> appended;

    Outbox(
            EntityManager entityManager,
            EventJson json,
            Clock clock,
            Correlation correlation,
            Event<OutboxAppended> appended) {
        this.entityManager = entityManager;
        this.json = json;
        this.clock = clock;
        this.correlation = correlation;
        this.appended = appended;
    }

    /**
     * @param topic Kafka topic
     * @param aggregateId the record's key: events of one aggregate arrive in order
     * @param type CloudEvents type, {@code fengong.<service>.<fact>.v1}
     * @param data written as JSON, absent values left out
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String topic, UUID aggregateId, String type, Object data) {
        var event = new OutboxAppended(type, clock.instant(), json.write(data));
        entityManager.flush();
        entityManager
                .createNativeQuery(
                        "insert into outbox (id, aggregatetype, aggregateid, type, payload, ce_time, traceparent)"
                                + " values (:id, :topic, :key, :type, cast(:payload as jsonb), :time, :traceparent)")
                .setParameter("id", Generators.timeBasedEpochGenerator().generate())
                .setParameter("topic", topic)
                .setParameter("key", aggregateId.toString())
                .setParameter("type", type)
                .setParameter("payload", event.payload())
                .setParameter("time", event.time().toString())
                .setParameter("traceparent", correlation.traceparent())
                .executeUpdate();
        appended.fire(event);
    }
}
