package org.fengong.members.privacy;

import org.fengong.members.member.MemberResponse;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class MemberActiveException extends ProblemException {
    private static final long serialVersionUID = 1L;

    MemberActiveException(MemberResponse member) {
        super(
                ProblemKind.CONFLICT,
                "member-active",
                "The member %s works here still. Let the member leave first.".formatted(member.key()));
    }
}
