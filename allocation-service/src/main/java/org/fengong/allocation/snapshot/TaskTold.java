package org.fengong.allocation.snapshot;

/** A task's snapshot has changed in this transaction: roles may be completed, or the task closed. */
public record TaskTold(TaskState task) {}
