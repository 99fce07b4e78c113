package org.fengong.allocation.notify;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.security.Caller;

/** What a member is told is for the member alone; admin may look, too. */
@ApplicationScoped
class MemberGuard {
    private final TeamAccess access;
    private final Caller caller;
    private final SnapshotReader snapshots;

    MemberGuard(TeamAccess access, Caller caller, SnapshotReader snapshots) {
        this.access = access;
        this.caller = caller;
        this.snapshots = snapshots;
    }

    boolean isSelf(UUID memberId) {
        return access.is(memberId);
    }

    boolean mayRead(UUID memberId) {
        return isSelf(memberId)
                || caller.isAdmin() && snapshots.member(memberId).isPresent();
    }

    /** Refuses as if there were no such member. */
    void requireSelf(UUID memberId) {
        require(isSelf(memberId), memberId);
    }

    /** As {@link #requireSelf}. */
    void requireReadable(UUID memberId) {
        require(mayRead(memberId), memberId);
    }

    private static void require(boolean allowed, UUID memberId) {
        if (!allowed) {
            throw new ProblemException(
                    ProblemKind.NOT_FOUND, "member-not-found", "There is no member %s.".formatted(memberId));
        }
    }
}
