package org.fengong.allocation.solver.problem;

/**
 * A skill that a role asks for.
 *
 * @param field the skill's field, for interests in a whole field; null = none
 * @param minLevel proficiency 1–5
 * @param mandatory true: nobody below the level gets the role; false: a wish that only counts in the fit
 * @param weight share of the skill in fit and interest, at least 1
 */
public record SkillRequirement(String skillId, String field, int minLevel, boolean mandatory, int weight) {
    public SkillRequirement {
        Check.id(skillId, "skill");
        Check.range(minLevel, 1, 5, "minLevel of skill " + skillId);
        Check.range(weight, 1, 1000, "weight of skill " + skillId);
    }
}
