package org.fengong.review.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.UUID;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.finding.TeamThreshold;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The thresholds by which a team differs from what is documented. */
@Entity
class ReviewSettings {
    @Id
    private UUID teamId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<FindingKind, TeamThreshold> thresholds = Map.of();

    @Version
    private long version = 1;

    protected ReviewSettings() {}

    /** As they are until somebody changes them. */
    ReviewSettings(UUID teamId) {
        this.teamId = teamId;
    }

    void change(Map<FindingKind, TeamThreshold> wanted) {
        thresholds = Map.copyOf(wanted);
    }

    UUID teamId() {
        return teamId;
    }

    Map<FindingKind, TeamThreshold> thresholds() {
        return thresholds;
    }

    long version() {
        return version;
    }
}
