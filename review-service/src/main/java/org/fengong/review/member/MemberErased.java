package org.fengong.review.member;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The last that members-service tells of a member. */
record MemberErased(@NotNull UUID memberId, @Min(1) long version) {
    static final String TYPE = "fengong.members.member-erased.v1";
}
