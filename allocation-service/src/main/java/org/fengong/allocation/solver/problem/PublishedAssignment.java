package org.fengong.allocation.solver.problem;

/**
 * A role's place in the plan in force.
 *
 * @param startWeek may lie outside the horizon
 */
public record PublishedAssignment(String roleId, String memberId, int startWeek) {
    public PublishedAssignment {
        Check.id(roleId, "published role");
        Check.id(memberId, "member of published role " + roleId);
    }
}
