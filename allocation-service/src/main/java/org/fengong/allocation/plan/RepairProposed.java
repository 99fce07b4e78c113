package org.fengong.allocation.plan;

import java.util.List;
import java.util.UUID;
import org.fengong.allocation.assignment.ReplanCause;

/** A draft that nobody asked for answers news; it waits for the team's lead. Told in the transaction that stores it. */
public record RepairProposed(UUID planId, UUID teamId, List<ReplanCause> causes) {}
