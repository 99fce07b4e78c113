package org.fengong.allocation.solver;

import java.util.List;
import org.fengong.allocation.solver.plan.SkillMatch;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningRole;

/** Who may have a role whatever the weeks: skills, department, and no member's "no". */
final class Eligibility {
    private Eligibility() {}

    static boolean holdsSkills(PlanningRole role, PlanningMember member) {
        return role.skills().stream()
                .noneMatch(skill -> skill.mandatory() && Rates.Match.level(skill, member) < skill.minLevel());
    }

    static boolean inDepartment(PlanningRole role, PlanningMember member) {
        return role.departmentId() == null || role.departmentId().equals(member.departmentId());
    }

    static boolean hasDeclined(PlanningRole role, PlanningMember member) {
        return role.declinedBy().contains(member.id());
    }

    static boolean mayHave(PlanningRole role, PlanningMember member) {
        return holdsSkills(role, member) && inDepartment(role, member) && !hasDeclined(role, member);
    }

    static List<SkillMatch> matches(PlanningRole role, PlanningMember member) {
        return role.skills().stream()
                .map(skill -> new SkillMatch(
                        skill.skillId(), Rates.Match.level(skill, member), skill.minLevel(), skill.mandatory()))
                .toList();
    }

    static List<SkillMatch> missing(PlanningRole role, PlanningMember member) {
        return matches(role, member).stream()
                .filter(match -> match.mandatory() && match.level() < match.minLevel())
                .toList();
    }
}
