package org.fengong.platform.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

/**
 * Keeps each change of a thing, in the transaction of the change, so that the two cannot differ. The thing's row is
 * locked by then, which orders its changes.
 */
@ApplicationScoped
public class ChangeHistory {
    private static final String CREATED = "created";

    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final HistoryConfig config;
    private final Clock clock;

    ChangeHistory(EntityManager entityManager, ObjectMapper mapper, HistoryConfig config, Clock clock) {
        this.entityManager = entityManager;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
    }

    /**
     * One change.
     *
     * @param version that it led to, 1 for a new thing
     * @param action what happened, such as {@code changed}; {@code created} of a new thing alone
     * @param actor null when nobody decided
     * @param reason null when nobody said why
     * @param state the thing as its API shows it; its version is no news
     */
    public record Kept(UUID aggregateId, long version, String action, String actor, String reason, Object state) {}

    /** One change, see {@link #keepAll}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(
            UUID aggregateId,
            long version,
            String action,
            String actor,
            String reason,
            Object state,
            String... derived) {
        keepAll(List.of(new Kept(aggregateId, version, action, actor, reason, state)), derived);
    }

    /**
     * One change each of different things, with as few statements as for one.
     *
     * @param derived fields of the states that change without anybody changing them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepAll(List<Kept> all, String... derived) {
        var latest = latest(all.stream()
                .filter(kept -> !kept.action().equals(CREATED))
                .map(Kept::aggregateId)
                .toList());
        var changes = all.stream()
                .map(kept -> change(kept, latest.get(kept.aggregateId()), List.of(derived)))
                .toList();
        latest.values().forEach(Change::dropState);
        entityManager.flush();
        changes.forEach(entityManager::persist);
    }

    /** The changes that have the things' states. */
    private Map<UUID, Change> latest(List<UUID> aggregateIds) {
        return aggregateIds.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select c from Change c where c.aggregateId in :ids and c.state is not null",
                                Change.class)
                        .setParameter("ids", aggregateIds)
                        .getResultStream()
                        .collect(Collectors.toMap(Change::aggregateId, Function.identity()));
    }

    private Change change(Kept kept, Change latest, List<String> derived) {
        ObjectNode now = mapper.valueToTree(kept.state());
        now.remove("version");
        now.remove(derived);
        List<ChangeResponse.FieldChange> changes = latest == null && kept.version() > 1
                ? List.of()
                : FieldChanges.between(latest == null ? JsonNodeFactory.instance.objectNode() : latest.state(), now);
        return new Change(
                kept.aggregateId(),
                kept.version(),
                kept.action(),
                clock.instant(),
                kept.actor(),
                kept.reason(),
                changes,
                now);
    }

    /** The changes of one thing, the latest first. */
    public Page<ChangeResponse> of(UUID aggregateId, String cursor, Integer limit) {
        return Listing.of(entityManager, Change.class)
                .require("e.aggregateId = :aggregate", "aggregate", aggregateId)
                .sort("-version", Set.of("version"), "version")
                .page(cursor, limit)
                .map(Change::response);
    }

    /** All that was kept of one thing, the latest first, for whoever exports it. */
    public List<ChangeResponse> all(UUID aggregateId) {
        return entityManager
                .createQuery(
                        "select c from Change c where c.aggregateId = :id order by c.version desc, c.id", Change.class)
                .setParameter("id", aggregateId)
                .getResultStream()
                .map(Change::response)
                .toList();
    }

    /** Takes away all that was kept of a thing, for whoever erases a person or deletes the thing for good. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID aggregateId) {
        entityManager
                .createQuery("delete from Change c where c.aggregateId = :id")
                .setParameter("id", aggregateId)
                .executeUpdate();
    }

    /** The latest change of each thing stays: the next one is told against it. */
    @Scheduled(every = "6h", delayed = "30m", identity = "forget-change-history")
    @Transactional
    void forgetOld() {
        entityManager
                .createQuery("delete from Change c where c.changedAt < :before and c.state is null")
                .setParameter("before", clock.instant().minus(config.retention()))
                .executeUpdate();
    }
}
