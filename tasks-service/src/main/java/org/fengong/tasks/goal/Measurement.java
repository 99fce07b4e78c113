package org.fengong.tasks.goal;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A dated value of a key result; never changed. */
@Entity
class Measurement {
    @Id
    private UUID id;

    private UUID goalId;
    private UUID keyResultId;
    private BigDecimal value;
    private LocalDate measuredOn;
    private Instant measuredAt;
    private String actor;

    protected Measurement() {}

    Measurement(UUID goalId, UUID keyResultId, MeasureRequest request, Instant measuredAt, String actor) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.goalId = goalId;
        this.keyResultId = keyResultId;
        this.value = request.value();
        this.measuredOn = request.measuredOn();
        this.measuredAt = measuredAt;
        this.actor = actor;
    }

    MeasurementResponse response() {
        return new MeasurementResponse(id, keyResultId, value, measuredOn, measuredAt, actor);
    }
}
