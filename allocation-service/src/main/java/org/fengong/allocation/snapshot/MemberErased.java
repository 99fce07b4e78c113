package org.fengong.allocation.snapshot;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The last that members-service tells of a member. */
record MemberErased(@NotNull UUID memberId, @Min(1) long version) {}
