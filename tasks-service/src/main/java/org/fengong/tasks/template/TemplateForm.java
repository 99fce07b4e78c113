package org.fengong.tasks.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.tasks.Keys;

/**
 * What a team's own template is made of; also the form that a merge patch changes.
 *
 * @param key unique in the team
 * @param description what it is for, Markdown
 */
@Schema(name = "TemplateForm", examples = """
        {"teamId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f", "key": "press-release", "name": "Press release",
         "tasks": [
          {"key": "text", "title": "Write the press release", "importance": 4, "startDays": -14, "dueDays": -7,
           "roles": [{"name": "Author", "effortMinutes": 480,
                      "skills": [{"skill": "press-releases", "minLevel": 3, "mandatory": true}]}]},
          {"key": "approval", "title": "Have it approved", "importance": 3, "dueDays": -2,
           "roles": [{"name": "Product view", "effortMinutes": 60, "department": "product"}],
           "dependsOn": [{"task": "text", "lagWeeks": 0}]}]}""")
record TemplateForm(
        @NotNull UUID teamId,

        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String key,

        @NotBlank @Size(max = 120) String name,
        @Size(max = 2000) String description,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid TemplateTask> tasks) {
    static TemplateForm of(Template template) {
        return new TemplateForm(
                template.teamId(), template.key(), template.name(), template.description(), template.tasks());
    }
}
