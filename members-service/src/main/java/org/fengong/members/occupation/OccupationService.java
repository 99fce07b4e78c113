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
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.security.Caller;

@ApplicationScoped
class OccupationService {
    private final OccupationRepository occupations;
    private final Skills skills;
    private final MergePatch mergePatch;
    private final ChangeHistory history;
    private final Caller caller;

    OccupationService(
            OccupationRepository occupations,
            Skills skills,
            MergePatch mergePatch,
            ChangeHistory history,
            Caller caller) {
        this.occupations = occupations;
        this.skills = skills;
        this.mergePatch = mergePatch;
        this.history = history;
        this.caller = caller;
    }

    @Transactional
    OccupationResponse create(CreateOccupationRequest request) {
        requireSkills(request);
        var occupation = Occupation.create(request);
        occupations.persist(occupation);
        return kept("created", occupation);
    }

    /** @param expectedVersion the version that the caller has read */
    @Transactional
    OccupationResponse patch(UUID id, long expectedVersion, JsonNode patch) {
        var occupation = occupations.requireLocked(id);
        EntityTags.requireSame(expectedVersion, occupation.version());
        var changed = mergePatch.apply(CreateOccupationRequest.of(occupation), patch, CreateOccupationRequest.class);
        requireSkills(changed);
        occupation.change(changed);
        return kept("changed", occupation);
    }

    Page<ChangeResponse> history(UUID id, String cursor, Integer limit) {
        occupations.require(id);
        return history.of(id, cursor, limit);
    }

    private OccupationResponse kept(String action, Occupation occupation) {
        keep(action, List.of(occupation));
        return OccupationResponse.of(occupation);
    }

    /** The history of many, with as few statements as of one. */
    void keep(String action, List<Occupation> changed) {
        occupations.flush(); // gives the versions
        history.keepAll(changed.stream()
                .map(occupation -> new ChangeHistory.Kept(
                        occupation.id(),
                        occupation.version(),
                        action,
                        caller.actorName(),
                        null,
                        OccupationResponse.of(occupation)))
                .toList());
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
