package org.fengong.allocation.solver.problem;

import java.util.Comparator;
import java.util.List;

/**
 * One person's share of a task.
 *
 * @param effortMinutes for a running role the estimate to complete
 * @param skills what the role asks for
 * @param departmentId the department its member must belong to; null = any
 * @param wishedDepartmentId the department its member should belong to, a wish that costs when it is not met; null = none
 * @param spanWeeks over how many weeks the effort is spread, for a running role the weeks left; null = as few as hold it
 * @param declinedBy members who have said no to it, in order; null = nobody
 * @param earliestStartWeek it does not start before it, whatever its task allows; 0 or less = no such limit
 */
public record PlanningRole(
        String id,
        int effortMinutes,
        List<SkillRequirement> skills,
        String departmentId,
        String wishedDepartmentId,
        Integer spanWeeks,
        List<String> declinedBy,
        int earliestStartWeek) {

    /** Without a span, work is never stretched over more weeks than this. */
    public static final int MAX_WEEKS_WITHOUT_SPAN = 8;

    public PlanningRole {
        Check.id(id, "role");
        Check.range(effortMinutes, 0, Check.MAX_MINUTES, "effortMinutes of role " + id);
        if (spanWeeks != null) {
            Check.range(spanWeeks, 1, PlanningProblem.MAX_WEEKS, "spanWeeks of role " + id);
        }
        Check.range(earliestStartWeek, -Check.MAX_WEEK, Check.MAX_WEEK, "earliestStartWeek of role " + id);
        skills = skills.stream()
                .sorted(Comparator.comparing(SkillRequirement::skillId))
                .toList();
        Check.that(
                skills.stream().map(SkillRequirement::skillId).distinct().count() == skills.size(),
                "Role " + id + " names a skill twice.");
        declinedBy = declinedBy == null
                ? List.of()
                : declinedBy.stream().sorted().distinct().toList();
    }

    /** A role that may start with its task. */
    public PlanningRole(
            String id,
            int effortMinutes,
            List<SkillRequirement> skills,
            String departmentId,
            String wishedDepartmentId,
            Integer spanWeeks,
            List<String> declinedBy) {
        this(id, effortMinutes, skills, departmentId, wishedDepartmentId, spanWeeks, declinedBy, 0);
    }

    /** A role to which nobody has said no. */
    public PlanningRole(
            String id,
            int effortMinutes,
            List<SkillRequirement> skills,
            String departmentId,
            String wishedDepartmentId,
            Integer spanWeeks) {
        this(id, effortMinutes, skills, departmentId, wishedDepartmentId, spanWeeks, List.of());
    }
}
