package org.fengong.tasks.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param itemId of an item that stays, done or not; absent for a new one */
@Schema(name = "ChecklistForm")
public record ChecklistForm(
        UUID itemId, @NotBlank @Size(max = 200) String text) {}
