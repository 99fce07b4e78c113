package org.fengong.allocation.solver.plan;

/**
 * A member's proficiency against what a role asks for.
 *
 * @param level 1–5; 0 = not held
 */
public record SkillMatch(String skillId, int level, int minLevel, boolean mandatory) {}
