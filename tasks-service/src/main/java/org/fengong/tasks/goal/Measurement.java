package org.fengong.tasks.goal;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
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
    private String actor;

    protected Measurement() {}

    Measurement(UUID goalId, UUID keyResultId, MeasureRequest request, String actor) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.goalId = goalId;
        this.keyResultId = keyResultId;
        this.value = request.value();
        this.measuredOn = request.measuredOn();
        this.actor = actor;
    }
}
