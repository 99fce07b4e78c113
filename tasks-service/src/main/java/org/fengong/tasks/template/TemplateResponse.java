package org.fengong.tasks.template;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/** @param teamId absent when it came with the product */
record TemplateResponse(
        UUID id,
        @Schema(nullable = true) UUID teamId,
        String key,
        String name,
        @Schema(nullable = true) String description,
        List<TemplateTask> tasks,
        long version)
        implements Versioned {
    static TemplateResponse of(Template template) {
        return new TemplateResponse(
                template.id(),
                template.teamId(),
                template.key(),
                template.name(),
                template.description(),
                template.tasks(),
                template.version());
    }
}
