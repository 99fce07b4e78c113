package org.fengong.members.team;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.fengong.members.member.MemberResponse;
import org.fengong.members.openwork.OpenWorkItem;
import org.fengong.platform.http.Versioned;

/**
 * A member who has left.
 *
 * @param openWork what the member had to do still, by task and role: others have to take it over
 */
record DeactivatedMember(@JsonUnwrapped MemberResponse member, List<OpenWorkItem> openWork) implements Versioned {
    @Override
    public long version() {
        return member.version();
    }
}
