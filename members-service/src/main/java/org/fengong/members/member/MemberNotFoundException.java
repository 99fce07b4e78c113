package org.fengong.members.member;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** Absent, or not for this caller to change. */
public class MemberNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public MemberNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "member-not-found", "There is no member %s.".formatted(id));
    }
}
