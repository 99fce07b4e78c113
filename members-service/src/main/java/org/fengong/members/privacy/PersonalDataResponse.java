package org.fengong.members.privacy;

import java.time.Instant;
import java.util.List;
import org.fengong.members.member.MemberResponse;
import org.fengong.members.member.SkillFactResponse;
import org.fengong.members.openwork.OpenWorkItem;
import org.fengong.members.proposal.LevelProposalResponse;
import org.fengong.platform.history.ChangeResponse;

/**
 * All that this service keeps of one person.
 *
 * @param skillFacts how each level came about, the latest first
 * @param levelProposals levels that the member claimed, the latest first
 * @param openWork what the member has to do, by task and role
 * @param history what was changed of the member by whom, when and why, the latest first
 */
record PersonalDataResponse(
        Instant exportedAt,
        MemberResponse member,
        List<SkillFactResponse> skillFacts,
        List<LevelProposalResponse> levelProposals,
        List<OpenWorkItem> openWork,
        List<ChangeResponse> history) {}
