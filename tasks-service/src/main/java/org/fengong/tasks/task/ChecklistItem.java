package org.fengong.tasks.task;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A small step of a task.
 *
 * @param doneBy the id of a member, else the name of a system
 */
record ChecklistItem(
        UUID itemId,
        String text,
        boolean done,
        @Schema(nullable = true) Instant doneAt,
        @Schema(nullable = true) String doneBy) {
    /** @param before the item that stays, null for a new one */
    static ChecklistItem of(ChecklistForm form, ChecklistItem before) {
        return before == null
                ? new ChecklistItem(Generators.timeBasedEpochGenerator().generate(), form.text(), false, null, null)
                : new ChecklistItem(before.itemId, form.text(), before.done, before.doneAt, before.doneBy);
    }

    /** What is done keeps who did it first. */
    ChecklistItem checked(Instant when, String by) {
        return done ? this : new ChecklistItem(itemId, text, true, when, by);
    }

    ChecklistItem unchecked() {
        return new ChecklistItem(itemId, text, false, null, null);
    }
}
