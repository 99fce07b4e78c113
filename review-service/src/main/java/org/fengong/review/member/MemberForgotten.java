package org.fengong.review.member;

import java.util.UUID;

/** The member was erased in this transaction: whoever keeps words of the member takes them away. */
public record MemberForgotten(UUID memberId) {}
