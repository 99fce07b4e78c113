package org.fengong.tasks.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The task waits for another one.
 *
 * @param taskId the other task
 * @param lagWeeks weeks from its end to this one's start: 1 (default) the next week, 0 the same week
 */
@Embeddable
@Schema(name = "Dependency")
public record Dependency(
        @Column(name = "depends_on_id") @NotNull UUID taskId,
        @Min(0) @Max(26) Integer lagWeeks) {
    Dependency withLag() {
        return lagWeeks == null ? new Dependency(taskId, 1) : this;
    }
}
