package org.fengong.members.merging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.fengong.members.member.Members;
import org.fengong.members.occupation.Occupations;
import org.fengong.members.proposal.LevelProposals;
import org.fengong.members.skill.SkillResponse;
import org.fengong.members.skill.Skills;

@ApplicationScoped
class MergingService {
    private final Skills skills;
    private final Members members;
    private final Occupations occupations;
    private final LevelProposals proposals;

    MergingService(Skills skills, Members members, Occupations occupations, LevelProposals proposals) {
        this.skills = skills;
        this.members = members;
        this.occupations = occupations;
        this.proposals = proposals;
    }

    /** Skills are locked first, members last: the order in which every change of what a member can do locks. */
    @Transactional
    SkillResponse merge(UUID id, UUID into) {
        var kept = skills.merge(id, into);
        occupations.mergeSkill(id, into);
        proposals.mergeSkill(id, into);
        members.mergeSkill(id, into);
        return kept;
    }
}
