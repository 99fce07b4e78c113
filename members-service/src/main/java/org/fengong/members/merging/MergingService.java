package org.fengong.members.merging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.fengong.members.member.Members;
import org.fengong.members.skill.SkillResponse;
import org.fengong.members.skill.Skills;

@ApplicationScoped
class MergingService {
    private final Skills skills;
    private final Members members;

    MergingService(Skills skills, Members members) {
        this.skills = skills;
        this.members = members;
    }

    /** Skills are locked before members: the order in which every change of a member's skills locks. */
    @Transactional
    SkillResponse merge(UUID id, UUID into) {
        var kept = skills.merge(id, into);
        members.mergeSkill(id, into);
        return kept;
    }
}
