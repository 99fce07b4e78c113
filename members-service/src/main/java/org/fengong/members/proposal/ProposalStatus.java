package org.fengong.members.proposal;

/** Where a proposal stands. */
enum ProposalStatus {
    PROPOSED,
    CONFIRMED,
    DECLINED,
    /** By the member, or as the skill was merged into one for which there was a proposal already. */
    WITHDRAWN
}
