package org.fengong.allocation.snapshot;

/**
 * A member's snapshot has changed in this transaction: capacity and levels may be other than before.
 *
 * @param before as it was; null when the member is new here
 */
public record MemberTold(MemberState member, MemberState before) {}
