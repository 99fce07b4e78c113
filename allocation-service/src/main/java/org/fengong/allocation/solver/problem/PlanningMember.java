package org.fengong.allocation.solver.problem;

import java.util.List;
import java.util.Map;

/**
 * A person who can be given work.
 *
 * @param departmentId may be null
 * @param capacityMinutes per week of the horizon, after absences and the team's share
 * @param standingMinutes per week: work that stands outside this problem, such as other teams' assignments
 * @param past null for a newcomer, whose fairness counts neither past load nor past capacity
 * @param skillLevels proficiency 1–5 by skill id
 * @param skillInterests −2 to +2 by skill id
 * @param fieldInterests −2 to +2 by field; counts where no interest is given for the skill itself
 */
public record PlanningMember(
        String id,
        String departmentId,
        List<Integer> capacityMinutes,
        List<Integer> standingMinutes,
        PastLoad past,
        Map<String, Integer> skillLevels,
        Map<String, Integer> skillInterests,
        Map<String, Integer> fieldInterests) {

    public PlanningMember {
        Check.id(id, "member");
        capacityMinutes = Check.minutes(capacityMinutes, "capacityMinutes of member " + id);
        standingMinutes = Check.minutes(standingMinutes, "standingMinutes of member " + id);
        skillLevels = Check.values(skillLevels, 1, 5, "skill level of member " + id);
        skillInterests = Check.values(skillInterests, -2, 2, "interest of member " + id);
        fieldInterests = Check.values(fieldInterests, -2, 2, "interest of member " + id);
    }

    public boolean newcomer() {
        return past == null;
    }
}
