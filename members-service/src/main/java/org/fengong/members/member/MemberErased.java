package org.fengong.members.member;

import java.util.UUID;

/** All that was kept of a member is gone, and whoever has a copy erases it, too. */
record MemberErased(UUID memberId, long version, String actor) {
    static final String TYPE = "fengong.members.member-erased.v1";
}
