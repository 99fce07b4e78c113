package org.fengong.tasks.goal;

import java.util.UUID;

/** A goal counts more or less than before; told inside the transaction that changes it, which holds the goal's lock. */
public record GoalWeighed(UUID goalId, int weight) {}
