package org.fengong.allocation.solver.plan;

import java.util.List;

/**
 * Why a role finds no time, as a set of which nothing can be left out. Even if the work of its roles could be cut into
 * single minutes and spread at will over the weeks in which each may be done, they need more than its members have free
 * in its weeks. Without any one of the roles, or with boundless time in any one of the member's weeks, that would fit.
 *
 * @param places who could do one of the roles, and in which weeks
 * @param neededMinutes of all the roles
 * @param freeMinutes of all these weeks together, before the roles take any; less than needed
 */
public record TooFull(List<String> roleIds, List<Place> places, long neededMinutes, long freeMinutes) {
    public record Place(String memberId, List<Integer> weeks) {}
}
