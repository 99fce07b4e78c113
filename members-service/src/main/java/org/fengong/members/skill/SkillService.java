package org.fengong.members.skill;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.fengong.members.MembersTopics;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;

@ApplicationScoped
class SkillService {
    private final SkillRepository skills;
    private final MergePatch mergePatch;
    private final Outbox outbox;

    SkillService(SkillRepository skills, MergePatch mergePatch, Outbox outbox) {
        this.skills = skills;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
    }

    @Transactional
    Skill create(CreateSkillRequest request) {
        var skill = Skill.create(request);
        skills.persist(skill);
        return announced(skill);
    }

    /** @param expectedVersion the version that the caller has read */
    @Transactional
    Skill patch(UUID id, long expectedVersion, JsonNode patch) {
        var skill = skills.requireLocked(id);
        EntityTags.requireSame(expectedVersion, skill.version());
        skill.change(mergePatch.apply(CreateSkillRequest.of(skill), patch, CreateSkillRequest.class));
        return announced(skill);
    }

    private Skill announced(Skill skill) {
        skills.flush(); // gives the version that the event carries
        outbox.append(MembersTopics.ORGANISATION, skill.id(), SkillChanged.TYPE, SkillChanged.of(skill));
        return skill;
    }
}
