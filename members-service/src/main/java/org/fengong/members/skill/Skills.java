package org.fengong.members.skill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.platform.problem.Violation;

/** What other features may ask of the catalogue and do to it. */
@ApplicationScoped
public class Skills {
    private final SkillRepository skills;
    private final FieldRepository fields;
    private final SkillService service;

    Skills(SkillRepository skills, FieldRepository fields, SkillService service) {
        this.skills = skills;
        this.fields = fields;
        this.service = service;
    }

    /**
     * For those of the ids that are skills the one that they stand for: itself, or what it was merged into. None of them
     * is merged before the transaction ends.
     */
    public Map<UUID, UUID> current(Collection<UUID> ids) {
        Map<UUID, UUID> current = new HashMap<>();
        skills.locked(ids, LockModeType.PESSIMISTIC_READ)
                .forEach((id, skill) ->
                        current.put(id, Optional.ofNullable(skill.mergedInto()).orElse(id)));
        return current;
    }

    /**
     * @param current what {@link #current} has found
     * @param field that names the skill
     * @throws UnknownReferenceException when it is no skill
     * @throws SkillMergedException when it stands for another one
     */
    public static void requireCurrent(UUID id, Map<UUID, UUID> current, String field) {
        if (!current.containsKey(id)) {
            throw new UnknownReferenceException("skill", field, id);
        } else if (!current.get(id).equals(id)) {
            throw new SkillMergedException(id, current.get(id)).violation(Violation.inBody(field, "was merged"));
        }
    }

    /** By address in ESCO the skill that has it, else what that one was merged into; otherwise as {@link #current}. */
    public Map<String, UUID> currentByEscoUri(Collection<String> uris) {
        Map<String, UUID> byUri = new HashMap<>();
        skills.locked(skills.byEscoUri(uris).stream().map(Skill::id).toList(), LockModeType.PESSIMISTIC_READ)
                .values()
                .forEach(skill -> byUri.merge(
                        skill.escoUri(), skill.currentId(), (one, other) -> skill.mergedInto() == null ? other : one));
        return byUri;
    }

    /** Those of the ids that are skills, by field and key. */
    public List<SkillResponse> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : skills.list("id in ?1 order by field, key", ids).stream()
                        .map(SkillResponse::of)
                        .toList();
    }

    /** All fields of work by key. */
    public List<FieldResponse> fields() {
        return fields.byKey().stream().map(FieldResponse::of).toList();
    }

    /** The skills that were merged into each of these. */
    public Map<UUID, List<UUID>> mergedInto(Collection<UUID> ids) {
        return skills.mergedInto(ids).stream()
                .collect(Collectors.groupingBy(Skill::mergedInto, Collectors.mapping(Skill::id, Collectors.toList())));
    }

    /**
     * Makes a skill another word for the one that it is a duplicate of: that one is found by its names and takes over its
     * parts.
     *
     * @throws SkillNotFoundException when there is no such skill
     * @throws SkillMergedException when one of the two was merged before
     */
    public SkillResponse merge(UUID id, UUID into) {
        return SkillResponse.of(service.merge(id, into));
    }
}
