package org.fengong.members.occupation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.members.skill.Skills;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.problem.RuleViolatedException;

@ApplicationScoped
class OccupationService {
    private final OccupationRepository occupations;
    private final Skills skills;
    private final MergePatch mergePatch;

    OccupationService(OccupationRepository occupations, Skills skills, MergePatch mergePatch) {
        this.occupations = occupations;
        this.skills = skills;
        this.mergePatch = mergePatch;
    }

    @Transactional
    OccupationResponse create(CreateOccupationRequest request) {
        requireSkills(request);
        var occupation = Occupation.create(request);
        occupations.persistAndFlush(occupation);
        return OccupationResponse.of(occupation);
    }

    /** @param expectedVersion the version that the caller has read */
    @Transactional
    OccupationResponse patch(UUID id, long expectedVersion, JsonNode patch) {
        var occupation = occupations.requireLocked(id);
        EntityTags.requireSame(expectedVersion, occupation.version());
        var changed = mergePatch.apply(CreateOccupationRequest.of(occupation), patch, CreateOccupationRequest.class);
        requireSkills(changed);
        occupation.change(changed);
        occupations.flush(); // gives the version that is answered
        return OccupationResponse.of(occupation);
    }

    private void requireSkills(CreateOccupationRequest request) {
        var current = skills.current(Stream.concat(request.essential().stream(), request.optional().stream())
                .toList());
        var named = new HashSet<UUID>();
        requireSkills("essentialSkillIds", request.essential(), current, named);
        requireSkills("optionalSkillIds", request.optional(), current, named);
    }

    private static void requireSkills(String list, List<UUID> ids, Map<UUID, UUID> current, Set<UUID> named) {
        for (int i = 0; i < ids.size(); i++) {
            var field = "%s[%d]".formatted(list, i);
            Skills.requireCurrent(ids.get(i), current, field);
            if (!named.add(ids.get(i))) {
                throw new RuleViolatedException(
                        "skill-twice", field, "The skill stands there twice; it is essential or optional.");
            }
        }
    }
}
