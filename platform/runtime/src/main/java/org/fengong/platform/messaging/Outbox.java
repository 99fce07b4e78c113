package org.fengong.platform.messaging;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fengong.platform.http.Correlation;
import org.fengong.platform.json.EventJson;
import org.hibernate.Session;

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

    /** An event of many, see {@link #appendAll}. */
    public record Entry(UUID aggregateId, String type, Object data) {}

    /** As {@link #append} for many aggregates of a topic, in one statement; their order stays. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(String topic, List<Entry> entries) {
        entityManager.flush();
        if (!entries.isEmpty()) {
            entityManager.unwrap(Session.class).doWork(connection -> insert(connection, topic, entries));
        }
    }

    private void insert(Connection connection, String topic, List<Entry> entries) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into outbox (id, aggregatetype, aggregateid, type, payload, ce_time, traceparent)"
                        + " select e.id, ?, e.key, e.type, cast(e.payload as jsonb), ?, ?"
                        + " from unnest(?, ?, ?, ?) with ordinality as e (id, key, type, payload, place)"
                        + " order by e.place")) {
            insert.setString(1, topic);
            insert.setString(2, clock.instant().toString());
            insert.setString(3, correlation.traceparent());
            insert.setArray(
                    4,
                    array(
                            connection,
                            "uuid",
                            entries,
                            e -> Generators.timeBasedEpochGenerator().generate()));
            insert.setArray(
                    5, array(connection, "text", entries, e -> e.aggregateId().toString()));
            insert.setArray(6, array(connection, "text", entries, Entry::type));
            insert.setArray(7, array(connection, "text", entries, e -> json.write(e.data())));
            insert.executeUpdate();
        }
    }

    private static Array array(Connection connection, String type, List<Entry> entries, Function<Entry, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(value).toArray());
    }
}
