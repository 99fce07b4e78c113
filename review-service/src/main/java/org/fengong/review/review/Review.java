package org.fengong.review.review;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fengong.review.finding.Finding;
import org.fengong.review.metric.Metrics;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.threeten.extra.YearWeek;

/** A look at a team's division of labour in a period; what it measured stays as it was measured. */
@Entity
class Review {
    @Id
    private UUID id;

    private UUID teamId;

    @Column(name = "from_week")
    private YearWeek from;

    @Column(name = "to_week")
    private YearWeek to;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private Metrics metrics;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Finding> findings;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Effect> effects;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TrainingEffect> trainingEffects;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TaskEffect> taskEffects;

    private String openedBy;
    private Instant openedAt;
    private Instant completedAt;

    @Version
    private long version = 1;

    protected Review() {}

    static Review open(
            UUID teamId,
            YearWeek from,
            YearWeek to,
            Metrics metrics,
            List<Finding> findings,
            List<Effect> effects,
            List<TrainingEffect> trainingEffects,
            List<TaskEffect> taskEffects,
            String openedBy,
            Instant now) {
        var review = new Review();
        review.id = Generators.timeBasedEpochGenerator().generate();
        review.teamId = teamId;
        review.from = from;
        review.to = to;
        review.status = ReviewStatus.OPEN;
        review.metrics = metrics;
        review.findings = findings;
        review.effects = effects;
        review.trainingEffects = trainingEffects;
        review.taskEffects = taskEffects;
        review.openedBy = openedBy;
        review.openedAt = now;
        return review;
    }

    /** When the last adjustment is decided, or at once when there is none. */
    void complete(Instant now) {
        status = ReviewStatus.COMPLETED;
        completedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID teamId() {
        return teamId;
    }

    YearWeek from() {
        return from;
    }

    YearWeek to() {
        return to;
    }

    ReviewStatus status() {
        return status;
    }

    Metrics metrics() {
        return metrics;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Effect> effects() {
        return effects;
    }

    /** Empty in reviews that were made before there were any. */
    List<TrainingEffect> trainingEffects() {
        return trainingEffects == null ? List.of() : trainingEffects;
    }

    /** As {@link #trainingEffects()}. */
    List<TaskEffect> taskEffects() {
        return taskEffects == null ? List.of() : taskEffects;
    }

    String openedBy() {
        return openedBy;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant completedAt() {
        return completedAt;
    }

    long version() {
        return version;
    }
}
