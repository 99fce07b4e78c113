package org.fengong.members.member;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class MemberAlreadyLeftException extends ProblemException {
    private static final long serialVersionUID = 1L;

    MemberAlreadyLeftException(Member member) {
        super(
                ProblemKind.CONFLICT,
                "member-already-left",
                "The member %s left on %s already.".formatted(member.key(), member.leftOn()));
    }
}
