package org.fengong.tasks.organisation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The id stays, which says nothing of a person. */
record MemberErased(@NotNull UUID memberId, @Min(1) long version) {
    static final String TYPE = "fengong.members.member-erased.v1";
}
