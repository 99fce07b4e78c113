package org.fengong.tasks.template;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The tasks that were made, in the order of the template.
 *
 * @param leftOut what the company does not have, by key
 */
record InstantiateResponse(UUID templateId, List<Made> tasks, List<LeftOut> leftOut) {
    /** @param templateTask its key in the template */
    @Schema(name = "MadeTask")
    record Made(String templateTask, UUID taskId, String key) {}

    /** @param skill absent when it is a department, and the other way round */
    @Schema(name = "LeftOut")
    record LeftOut(
            String templateTask,
            String role,
            @Schema(nullable = true) String skill,
            @Schema(nullable = true) String department) {}
}
