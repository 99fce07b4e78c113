package org.fengong.allocation.solver.evaluation;

import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.SkillRequirement;

/** The rules that look at one role and its member. */
final class RoleRules {
    private final PlanFacts facts;
    private final Findings findings;

    RoleRules(PlanFacts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    void check() {
        facts.fixed.values().forEach(this::fixedStays);
        for (Placement placement : facts.placements.values()) {
            PlanningRole role = facts.roles.get(placement.roleId());
            if (!facts.isFixed(placement)) {
                weeks(placement, role);
            }
            member(placement, role);
            earliestStart(placement);
        }
    }

    private void fixedStays(FixedAssignment fixed) {
        Placement placement = facts.placements.get(fixed.roleId());
        if (placement == null
                || !placement.memberId().equals(fixed.memberId())
                || placement.startWeek() != fixed.startWeek()
                || !fixed.weeklyMinutes().isEmpty() && !fixed.weeklyMinutes().equals(placement.weeklyMinutes())) {
            String detail =
                    "The role is fixed with member " + fixed.memberId() + " from week " + fixed.startWeek() + ".";
            findings.violations.add(
                    new Finding(Rule.FIXED_STAYS, fixed.roleId(), fixed.memberId(), fixed.startWeek(), 0, detail));
        }
    }

    private void weeks(Placement placement, PlanningRole role) {
        int planned =
                placement.weeklyMinutes().stream().mapToInt(Integer::intValue).sum();
        if (planned != role.effortMinutes()
                || placement.weeklyMinutes().stream().anyMatch(minutes -> minutes < 0)) {
            String detail = "The plan gives " + planned + " minutes, the role takes " + role.effortMinutes() + ".";
            findings.add(false, Rule.EFFORT, placement, detail);
        }
        int span = role.spanWeeks() == null ? PlanningRole.MAX_WEEKS_WITHOUT_SPAN : role.spanWeeks();
        int taken = placement.endWeek() - placement.startWeek() + 1;
        if (taken > span || placement.weeklyMinutes().get(0) == 0) {
            String detail = "The work must begin in the start week and take at most " + span + " weeks, it takes "
                    + taken + ".";
            findings.add(false, Rule.SPAN, placement, detail);
        }
        if (placement.startWeek() < 0 || placement.endWeek() >= facts.problem.weeks()) {
            String detail = "The work lies in weeks " + placement.startWeek() + " to " + placement.endWeek()
                    + ", the plan covers weeks 0 to " + (facts.problem.weeks() - 1) + ".";
            findings.add(false, Rule.HORIZON, placement, detail);
        }
    }

    private void member(Placement placement, PlanningRole role) {
        PlanningMember member = facts.members.get(placement.memberId());
        for (SkillRequirement skill : role.skills()) {
            int level = member.skillLevels().getOrDefault(skill.skillId(), 0);
            if (skill.mandatory() && level < skill.minLevel()) {
                String detail = "Skill " + skill.skillId() + " is needed at level " + skill.minLevel()
                        + ", the member holds level " + level + ".";
                findings.add(facts.isFixed(placement), Rule.SKILL, placement, detail);
            }
        }
        if (role.departmentId() != null && !role.departmentId().equals(member.departmentId())) {
            String detail = "The role is for department " + role.departmentId() + ", the member belongs to "
                    + member.departmentId() + ".";
            findings.add(facts.isFixed(placement), Rule.DEPARTMENT, placement, detail);
        }
        if (role.declinedBy().contains(member.id())) {
            findings.add(
                    facts.isFixed(placement),
                    Rule.DECLINED,
                    placement,
                    "The member has declined the role or let the offer expire.");
        }
    }

    private void earliestStart(Placement placement) {
        PlanningTask task = facts.taskOfRole.get(placement.roleId());
        int earliest = Math.max(
                task.earliestStartWeek(), facts.roles.get(placement.roleId()).earliestStartWeek());
        if (placement.startWeek() < earliest && !facts.isRunning(placement)) {
            String detail = "Role " + placement.roleId() + " of task " + task.id() + " may start from week " + earliest
                    + ", not in week " + placement.startWeek() + ".";
            findings.add(facts.isFixed(placement), Rule.EARLIEST_START, placement, detail);
        }
    }
}
