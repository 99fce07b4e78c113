package org.fengong.tasks.organisation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Of a member's state what this service needs. */
record MemberState(
        @NotNull UUID memberId, @NotNull String key, @Min(1) long version) {
    static final String REGISTERED = "fengong.members.member-registered.v1";
    static final String CHANGED = "fengong.members.member-changed.v1";
    static final String DEACTIVATED = "fengong.members.member-deactivated.v1";
}
