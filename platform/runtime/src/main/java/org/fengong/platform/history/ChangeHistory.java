package org.fengong.platform.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

/**
 * Keeps each change of a thing, in the transaction of the change, so that the two cannot differ. The thing's row is
 * locked by then, which orders its changes.
 */
@ApplicationScoped
public class ChangeHistory {
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
     * @param version that the change led to, 1 for a new thing
     * @param action what happened, such as {@code changed}
     * @param actor null when nobody decided
     * @param reason null when nobody said why
     * @param state the thing as its API shows it; version and the derived fields are no news
     * @param derived fields of the state that change without anybody changing them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(
            UUID aggregateId,
            long version,
            String action,
            String actor,
            String reason,
            Object state,
            String... derived) {
        ObjectNode now = mapper.valueToTree(state);
        now.remove("version");
        now.remove(List.of(derived));
        var latest = entityManager
                .createQuery("select c from Change c where c.aggregateId = :id and c.state is not null", Change.class)
                .setParameter("id", aggregateId)
                .getResultStream()
                .findFirst();
        List<ChangeResponse.FieldChange> changes = latest.isEmpty() && version > 1
                ? List.of()
                : FieldChanges.between(
                        latest.<JsonNode>map(Change::state).orElse(JsonNodeFactory.instance.objectNode()), now);
        latest.ifPresent(Change::dropState);
        entityManager.flush();
        entityManager.persist(new Change(aggregateId, version, action, clock.instant(), actor, reason, changes, now));
    }

    /** The changes of one thing, the latest first. */
    public Page<ChangeResponse> of(UUID aggregateId, String cursor, Integer limit) {
        return Listing.of(entityManager, Change.class)
                .require("e.aggregateId = :aggregate", "aggregate", aggregateId)
                .sort("-version", Set.of("version"), "version")
                .page(cursor, limit)
                .map(Change::response);
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
