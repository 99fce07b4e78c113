package org.fengong.members.privacy;

import java.time.Instant;
import java.util.List;
import org.fengong.members.member.MemberResponse;
import org.fengong.members.member.SkillFactResponse;
import org.fengong.members.proposal.LevelProposalResponse;

/**
 * All that this service keeps of one person.
 *
 * @param skillFacts how each level came about, the latest first
 * @param levelProposals levels that the member claimed, the latest first
 */
record PersonalDataResponse(
        Instant exportedAt,
        MemberResponse member,
        List<SkillFactResponse> skillFacts,
        List<LevelProposalResponse> levelProposals) {}
