package org.fengong.allocation.assignment;

import java.util.List;

/** Assignments are put to their members in this transaction. */
public record AssignmentsOffered(List<AssignmentResponse> assignments, String actor) {}
