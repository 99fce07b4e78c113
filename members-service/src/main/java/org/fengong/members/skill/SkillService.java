package org.fengong.members.skill;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fengong.members.MembersTopics;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.platform.security.Caller;

@ApplicationScoped
class SkillService {
    private final SkillRepository skills;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final ChangeHistory history;
    private final Caller caller;

    SkillService(SkillRepository skills, MergePatch mergePatch, Outbox outbox, ChangeHistory history, Caller caller) {
        this.skills = skills;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.history = history;
        this.caller = caller;
    }

    @Transactional
    Skill create(CreateSkillRequest request) {
        skills.lockCatalogue();
        requireConsistent(request);
        var skill = Skill.create(request);
        skills.persist(skill);
        return announced("created", skill);
    }

    /** @param expectedVersion the version that the caller has read */
    @Transactional
    Skill patch(UUID id, long expectedVersion, JsonNode patch) {
        skills.lockCatalogue();
        var skill = skills.locked(Set.of(id), LockModeType.PESSIMISTIC_WRITE).get(id);
        if (skill == null) {
            throw new SkillNotFoundException(id);
        }
        EntityTags.requireSame(expectedVersion, skill.version());
        requireNotMerged(skill);
        var changed = mergePatch.apply(CreateSkillRequest.of(skill), patch, CreateSkillRequest.class);
        requireConsistent(changed);
        if (changed.parentId() != null && skills.isWithin(changed.parentId(), id)) {
            throw new RuleViolatedException(
                    "skill-parent-cycle",
                    "parentId",
                    "The parent %s is part of this skill.".formatted(changed.parentId()));
        }
        skill.change(changed);
        return announced("changed", skill);
    }

    Page<ChangeResponse> history(UUID id, String cursor, Integer limit) {
        skills.require(id);
        return history.of(id, cursor, limit);
    }

    /** As {@link Skills#merge}. */
    Skill merge(UUID id, UUID into) {
        skills.lockCatalogue();
        if (id.equals(into)) {
            throw new RuleViolatedException("skill-merge-into-itself", "into", "A skill is no duplicate of itself.");
        }
        var both = skills.locked(Set.of(id, into), LockModeType.PESSIMISTIC_WRITE);
        var duplicate = both.get(id);
        var kept = both.get(into);
        if (duplicate == null) {
            throw new SkillNotFoundException(id);
        } else if (kept == null) {
            throw new UnknownReferenceException("skill", "into", into);
        }
        requireNotMerged(duplicate);
        requireNotMerged(kept);
        var changed = new ArrayList<Skill>();
        if (skills.isWithin(into, id)) {
            kept.belongTo(duplicate.parentId());
        }
        for (var part : skills.list("parentId = ?1 and id <> ?2", id, into)) {
            part.belongTo(into);
            changed.add(part);
        }
        for (var earlier : skills.mergedInto(List.of(id))) {
            earlier.mergeInto(into);
            changed.add(earlier);
        }
        duplicate.mergeInto(into);
        skills.flush(); // frees the duplicate's address in ESCO
        kept.absorb(duplicate);
        if (kept.aliases().tooMany()) {
            throw new RuleViolatedException(
                    "too-many-aliases",
                    "into",
                    "The skill %s would have more than %d aliases in a language. Take some away first."
                            .formatted(kept.key(), SkillAliases.MAX_ALIASES));
        }
        changed.add(duplicate);
        changed.add(kept);
        announce("merged", changed, caller.actorName());
        return kept;
    }

    static void requireNotMerged(Skill skill) {
        if (skill.mergedInto() != null) {
            throw new SkillMergedException(skill.id(), skill.mergedInto());
        }
    }

    private void requireConsistent(CreateSkillRequest request) {
        if ((request.externalSource() == null) != (request.externalId() == null)) {
            throw new RuleViolatedException(
                    "external-id-incomplete",
                    request.externalId() == null ? "externalId" : "externalSource",
                    "An external id and the source that it is of are given together.");
        }
        if (request.parentId() != null) {
            var parent = skills.findByIdOptional(request.parentId())
                    .orElseThrow(() -> new UnknownReferenceException("skill", "parentId", request.parentId()));
            requireNotMerged(parent);
        }
        skills.ensureField(request.field());
    }

    private Skill announced(String action, Skill skill) {
        announce(action, List.of(skill), caller.actorName());
        return skill;
    }

    /** Tells of many, and keeps their history, with as few statements as of one. */
    void announce(String action, List<Skill> changed, String actor) {
        skills.flush(); // gives the versions that the events carry
        outbox.appendAll(
                MembersTopics.ORGANISATION,
                changed.stream()
                        .map(skill -> new Outbox.Entry(skill.id(), SkillChanged.TYPE, SkillChanged.of(skill)))
                        .toList());
        history.keepAll(changed.stream()
                .map(skill -> new ChangeHistory.Kept(
                        skill.id(), skill.version(), action, actor, null, SkillResponse.of(skill)))
                .toList());
    }
}
