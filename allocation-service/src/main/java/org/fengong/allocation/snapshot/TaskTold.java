package org.fengong.allocation.snapshot;

/**
 * A task's snapshot has changed in this transaction: roles may be completed, or the task closed.
 *
 * @param before as it was; null when the task is new here
 */
public record TaskTold(TaskState task, TaskState before) {}
