package org.fengong.members.skill;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a merge patch of a field may change.
 *
 * @param levelExamples what the levels of proficiency look like in this field, from 1 to 5, in English
 */
@Schema(name = "FieldForm")
record FieldForm(
        @NotNull @Valid SkillNames names,
        @Size(min = 5, max = 5) List<@NotBlank @Size(max = 300) String> levelExamples,
        @Valid LevelExampleTranslations levelExampleTranslations) {}
