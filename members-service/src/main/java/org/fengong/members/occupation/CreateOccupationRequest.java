package org.fengong.members.occupation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.Keys;
import org.fengong.members.skill.SkillNames;

/**
 * What an occupation is made of; also the form that a merge patch changes.
 *
 * @param escoUri the occupation's address in the ESCO classification
 * @param essentialSkillIds what everybody in the occupation needs
 * @param optionalSkillIds what some in the occupation need
 */
@Schema(name = "CreateOccupationRequest", examples = """
        {"key": "brand-manager", "names": {"en": "Brand manager", "zh-TW": "品牌經理", "zh-CN": "品牌经理"},
         "essentialSkillIds": ["01a21332-965e-77b7-830f-aa6addde1195"]}""")
record CreateOccupationRequest(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String key,

        @NotNull @Valid SkillNames names,
        @Size(max = 300) @Pattern(regexp = "https?://.+") String escoUri,
        @Size(max = MAX_SKILLS) List<@NotNull UUID> essentialSkillIds,
        @Size(max = MAX_SKILLS) List<@NotNull UUID> optionalSkillIds) {
    static final int MAX_SKILLS = 500;

    static CreateOccupationRequest of(Occupation occupation) {
        return new CreateOccupationRequest(
                occupation.key(),
                occupation.names(),
                occupation.escoUri(),
                occupation.skills(true),
                occupation.skills(false));
    }

    List<UUID> essential() {
        return essentialSkillIds == null ? List.of() : essentialSkillIds;
    }

    List<UUID> optional() {
        return optionalSkillIds == null ? List.of() : optionalSkillIds;
    }
}
