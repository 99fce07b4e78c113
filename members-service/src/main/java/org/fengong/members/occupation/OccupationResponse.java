package org.fengong.members.occupation;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.skill.SkillNames;
import org.fengong.platform.http.Versioned;

/**
 * @param essentialSkillIds what everybody in the occupation needs
 * @param optionalSkillIds what some in the occupation need
 */
public record OccupationResponse(
        UUID id,
        String key,
        SkillNames names,
        @Schema(nullable = true) String escoUri,
        List<UUID> essentialSkillIds,
        List<UUID> optionalSkillIds,
        long version)
        implements Versioned {
    static OccupationResponse of(Occupation occupation) {
        return new OccupationResponse(
                occupation.id(),
                occupation.key(),
                occupation.names(),
                occupation.escoUri(),
                occupation.skills(true),
                occupation.skills(false),
                occupation.version());
    }
}
