package org.fengong.review.adjustment;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fengong.review.metric.Indicator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A proposed change on its way to a decision. */
@Entity
public class Adjustment {
    @Id
    private UUID id;

    private UUID reviewId;
    private UUID teamId;

    @Enumerated(EnumType.STRING)
    private AdjustmentKind kind;

    private String text;
    private String expectedEffect;
    private List<String> findingIds;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Indicator> indicators;

    @JdbcTypeCode(SqlTypes.JSON)
    private Replan replan;

    @JdbcTypeCode(SqlTypes.JSON)
    private Move move;

    @JdbcTypeCode(SqlTypes.JSON)
    private Training training;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<NewEstimate> estimates;

    @JdbcTypeCode(SqlTypes.JSON)
    private Split split;

    @JdbcTypeCode(SqlTypes.JSON)
    private Collaboration collaboration;

    @JdbcTypeCode(SqlTypes.JSON)
    private Forecast forecast;

    @Enumerated(EnumType.STRING)
    private AdjustmentStatus status;

    private String acceptKey;
    private UUID planId;
    private UUID taskId;
    private String decidedBy;
    private Instant decidedAt;
    private String reason;

    @Version
    private long version = 1;

    protected Adjustment() {}

    public static Adjustment propose(UUID reviewId, UUID teamId, Proposal proposal) {
        var adjustment = new Adjustment();
        adjustment.id = Generators.timeBasedEpochGenerator().generate();
        adjustment.reviewId = reviewId;
        adjustment.teamId = teamId;
        adjustment.kind = proposal.kind();
        adjustment.text = proposal.text();
        adjustment.expectedEffect = proposal.expectedEffect();
        adjustment.findingIds = proposal.findingIds();
        adjustment.indicators = proposal.indicators();
        adjustment.replan = proposal.replan();
        adjustment.move = proposal.move();
        adjustment.training = proposal.training();
        adjustment.estimates = proposal.estimates();
        adjustment.split = proposal.split();
        adjustment.collaboration = proposal.collaboration();
        adjustment.status = AdjustmentStatus.PROPOSED;
        return adjustment;
    }

    /**
     * @param planId the draft that allocation-service solves; null where none is asked for
     * @param taskId the task that was created; null where none is
     * @param key of the request, null when it had none; a repetition of it gets this answer again
     * @throws AdjustmentAlreadyDecidedException when it is decided
     */
    public void accept(UUID planId, UUID taskId, String key, String actor, Instant now) {
        requireProposed();
        this.planId = planId;
        this.taskId = taskId;
        acceptKey = key;
        decide(AdjustmentStatus.ACCEPTED, actor, now);
    }

    /** @throws AdjustmentAlreadyDecidedException when it is decided */
    public void decline(String reason, String actor, Instant now) {
        requireProposed();
        this.reason = reason;
        decide(AdjustmentStatus.DECLINED, actor, now);
    }

    /** @throws AdjustmentAlreadyDecidedException when it is decided */
    public void requireProposed() {
        if (status != AdjustmentStatus.PROPOSED) {
            throw new AdjustmentAlreadyDecidedException(this);
        }
    }

    /** What it would do. */
    public void foresee(Forecast computed) {
        forecast = computed;
    }

    public boolean awaitsForecast() {
        return status == AdjustmentStatus.PROPOSED && kind.isForecast() && forecast == null;
    }

    /** True when the request with this key is the one that accepted it. */
    public boolean wasAcceptedBy(String key) {
        return status == AdjustmentStatus.ACCEPTED && key != null && key.equals(acceptKey);
    }

    private void decide(AdjustmentStatus decision, String actor, Instant now) {
        status = decision;
        decidedBy = actor;
        decidedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID reviewId() {
        return reviewId;
    }

    public UUID teamId() {
        return teamId;
    }

    public String text() {
        return text;
    }

    public List<Indicator> indicators() {
        return indicators;
    }

    public Replan replan() {
        return replan;
    }

    public Move move() {
        return move;
    }

    public Training training() {
        return training;
    }

    public List<NewEstimate> estimates() {
        return estimates;
    }

    public Split split() {
        return split;
    }

    public Collaboration collaboration() {
        return collaboration;
    }

    public AdjustmentStatus status() {
        return status;
    }

    public UUID planId() {
        return planId;
    }

    UUID taskId() {
        return taskId;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    Forecast forecast() {
        return forecast;
    }

    public AdjustmentKind kind() {
        return kind;
    }

    String expectedEffect() {
        return expectedEffect;
    }

    List<String> findingIds() {
        return findingIds;
    }

    String decidedBy() {
        return decidedBy;
    }

    String reason() {
        return reason;
    }

    long version() {
        return version;
    }
}
