package org.fengong.members.openwork;

import java.util.List;
import java.util.UUID;

/**
 * A role of a task that the member has or is asked to take.
 *
 * @param minutes of all weeks
 * @param weeks as planned, in order
 */
public record OpenWorkItem(UUID taskId, UUID roleId, int minutes, List<PlannedWeek> weeks) {}
