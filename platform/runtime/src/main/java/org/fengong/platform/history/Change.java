package org.fengong.platform.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "change_history")
class Change {
    @Id
    private UUID id;

    private UUID aggregateId;
    private long version;
    private String action;
    private Instant changedAt;
    private String actor;
    private String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ChangeResponse.FieldChange> changes;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode state;

    protected Change() {}

    Change(
            UUID aggregateId,
            long version,
            String action,
            Instant changedAt,
            String actor,
            String reason,
            List<ChangeResponse.FieldChange> changes,
            JsonNode state) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.aggregateId = aggregateId;
        this.version = version;
        this.action = action;
        this.changedAt = changedAt;
        this.actor = actor;
        this.reason = reason;
        this.changes = changes;
        this.state = state;
    }

    UUID aggregateId() {
        return aggregateId;
    }

    JsonNode state() {
        return state;
    }

    /** Another change has the state now. */
    void dropState() {
        state = null;
    }

    ChangeResponse response() {
        return new ChangeResponse(version, changedAt, action, actor, reason, changes);
    }
}
