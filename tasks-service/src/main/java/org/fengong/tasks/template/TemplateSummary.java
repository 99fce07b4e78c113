package org.fengong.tasks.template;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A template in a list.
 *
 * @param teamId absent when it came with the product
 */
record TemplateSummary(
        UUID id,
        @Schema(nullable = true) UUID teamId,
        String key,
        String name,
        @Schema(nullable = true) String description,
        int taskCount,
        long version) {
    static TemplateSummary of(Template template) {
        return new TemplateSummary(
                template.id(),
                template.teamId(),
                template.key(),
                template.name(),
                template.description(),
                template.tasks().size(),
                template.version());
    }
}
