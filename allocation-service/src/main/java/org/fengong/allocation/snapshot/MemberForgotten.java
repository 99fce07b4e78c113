package org.fengong.allocation.snapshot;

import java.util.UUID;

/** The member was erased in this transaction: whoever keeps words of or about the member takes them away. */
public record MemberForgotten(UUID memberId, String formerName) {}
