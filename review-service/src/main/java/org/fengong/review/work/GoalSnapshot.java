package org.fengong.review.work;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.review.metric.Facts;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class GoalSnapshot {
    @Id
    private UUID id;

    private UUID teamId;
    private String title;
    private LocalDate fromDay;
    private LocalDate toDay;
    private double weight;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<GoalState.KeyResult> keyResults;

    private long version;

    protected GoalSnapshot() {}

    GoalSnapshot(UUID id) {
        this.id = id;
    }

    void take(GoalState goal) {
        if (goal.version() <= version) {
            return;
        }
        teamId = goal.teamId();
        title = goal.title();
        fromDay = goal.from();
        toDay = goal.to();
        weight = goal.weight();
        keyResults = goal.keyResults() == null ? List.of() : List.copyOf(goal.keyResults());
        version = goal.version();
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    Facts.Goal fact(Map<UUID, List<Facts.Measurement>> measurements) {
        return new Facts.Goal(
                id,
                fromDay,
                toDay,
                keyResults.stream()
                        .map(result -> new Facts.KeyResult(
                                result.keyResultId(),
                                result.baseline(),
                                result.target(),
                                result.current(),
                                measurements.getOrDefault(result.keyResultId(), List.of())))
                        .toList());
    }
}
