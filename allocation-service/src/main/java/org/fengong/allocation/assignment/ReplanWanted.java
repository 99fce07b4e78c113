package org.fengong.allocation.assignment;

import java.util.UUID;

/**
 * Something happened in this transaction that a team's plan in force does not know.
 *
 * @param memberId whose time or skills changed; null when it is a task's
 */
public record ReplanWanted(UUID teamId, ReplanCause cause, UUID memberId) {}
