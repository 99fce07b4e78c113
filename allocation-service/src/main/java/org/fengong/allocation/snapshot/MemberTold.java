package org.fengong.allocation.snapshot;

/** A member's snapshot has changed in this transaction: capacity may be other than before. */
public record MemberTold(MemberState member) {}
