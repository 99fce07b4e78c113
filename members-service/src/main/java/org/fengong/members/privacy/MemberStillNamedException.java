package org.fengong.members.privacy;

import java.util.List;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** Somebody else has to be named first, for teams need a lead. */
class MemberStillNamedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    MemberStillNamedException(List<String> teams, List<String> departments) {
        super(
                ProblemKind.CONFLICT,
                "member-still-named",
                "Teams or departments name the member as lead or contact. Name somebody else there first.");
        with("teams", teams);
        with("departments", departments);
    }
}
