package org.fengong.tasks.template;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.tasks.Keys;

/**
 * For what the tasks are made.
 *
 * @param teamId team that gets the tasks
 * @param date day that the template's days count from, such as the day of the launch
 * @param keyPrefix each task's key is this, a hyphen and its key in the template
 * @param ownerId member of the team who is accountable for all of them; default as of a task
 * @param draft whether the tasks are still being written; default false
 * @param leaveOutUnknown whether roles go without skills and departments that the company does not have; default false
 */
@Schema(name = "InstantiateRequest", examples = """
        {"teamId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f", "date": "2027-03-16", "keyPrefix": "orion",
         "goalId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e2a", "leaveOutUnknown": true}""")
record InstantiateRequest(
        @NotNull UUID teamId,
        @NotNull LocalDate date,

        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH - TemplateTask.MAX_KEY - 1)
        String keyPrefix,

        UUID goalId,
        UUID ownerId,
        Boolean draft,
        Boolean leaveOutUnknown) {}
