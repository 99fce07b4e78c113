package org.fengong.members.skill;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.Keys;

/**
 * What a skill is made of; also the form that a merge patch changes.
 *
 * @param field of work it belongs to, such as market-research, content or digital; a new one joins the list of fields
 * @param escoUri the skill's address in the ESCO classification
 * @param active false hides it from new uses; default true
 * @param parentId the broader skill that it is part of
 * @param externalSource the catalogue that {@code externalId} is of, such as esco
 * @param externalId its name in another catalogue, unique there
 */
@Schema(name = "CreateSkillRequest", examples = """
        {"key": "copywriting", "names": {"en": "Copywriting", "zh-TW": "文案寫作", "zh-CN": "文案写作"}, "field": "content",
         "aliases": {"en": ["Ad copy"], "zh-TW": ["廣告文案"]}}""")
record CreateSkillRequest(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String key,

        @NotNull @Valid SkillNames names,

        @NotBlank @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String field,

        @Size(max = 300) @Pattern(regexp = "https?://.+") String escoUri,
        Boolean active,
        UUID parentId,
        @Valid SkillAliases aliases,

        @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String externalSource,

        @Size(min = 1, max = 300) String externalId) {
    static CreateSkillRequest of(Skill skill) {
        return new CreateSkillRequest(
                skill.key(),
                skill.names(),
                skill.field(),
                skill.escoUri(),
                skill.active(),
                skill.parentId(),
                skill.aliases(),
                skill.externalSource(),
                skill.externalId());
    }
}
