package org.fengong.allocation.snapshot;

/**
 * A team's snapshot has changed in this transaction.
 *
 * @param before as it was; null when the team is new here
 */
public record TeamTold(TeamState team, TeamState before) {}
