package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.solver.Counterfactual;
import org.fengong.allocation.solver.plan.SkillMatch;
import org.fengong.allocation.solver.plan.WhatIf;
import org.fengong.platform.problem.UnknownReferenceException;

/** Answers what would have to change for somebody to get a role (P2, S4). */
@ApplicationScoped
class Counterfactuals {
    private final SnapshotReader snapshots;

    Counterfactuals(SnapshotReader snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @throws PlanStatusException when the plan has no result
     * @throws UnknownReferenceException when the plan knows no such role or member
     */
    CounterfactualResponse of(Plan plan, UUID roleId, UUID memberId) {
        plan.requireResult("asked about");
        var problem = plan.problem();
        if (problem.tasks().stream()
                .flatMap(task -> task.roles().stream())
                .noneMatch(role -> role.id().equals(roleId.toString()))) {
            throw new UnknownReferenceException("role", "roleId", roleId);
        }
        if (problem.members().stream().noneMatch(member -> member.id().equals(memberId.toString()))) {
            throw new UnknownReferenceException("member", "memberId", memberId);
        }
        var whatIf =
                Counterfactual.of(problem, PublishService.placements(plan), roleId.toString(), memberId.toString());
        var member = snapshots.member(memberId);
        var levels = levels(whatIf);
        var time = whatIf.time().stream()
                .map(one -> new CounterfactualResponse.Time(
                        plan.fromWeek().plusWeeks(one.week()),
                        one.neededMinutes(),
                        one.freeMinutes(),
                        one.neededMinutes() - one.freeMinutes()))
                .toList();
        return new CounterfactualResponse(
                plan.id(),
                roleId,
                memberId,
                member.map(known -> known.displayName()).orElse(memberId.toString()),
                whatIf.startWeek() == null ? null : plan.fromWeek().plusWeeks(whatIf.startWeek()),
                levels,
                whatIf.departmentId() == null ? null : UUID.fromString(whatIf.departmentId()),
                time,
                whatIf.costDifference(),
                whatIf.brokenRules(),
                detail(whatIf, levels, time));
    }

    private List<PlanAssignmentsResponse.SkillHeld> levels(WhatIf whatIf) {
        var skills = snapshots.skills(whatIf.levels().stream()
                .map(SkillMatch::skillId)
                .map(UUID::fromString)
                .collect(Collectors.toSet()));
        return whatIf.levels().stream()
                .map(match -> {
                    var id = UUID.fromString(match.skillId());
                    return PlanAssignmentsResponse.SkillHeld.of(
                            match, skills.containsKey(id) ? skills.get(id).name() : match.skillId());
                })
                .toList();
    }

    private static String detail(
            WhatIf whatIf, List<PlanAssignmentsResponse.SkillHeld> levels, List<CounterfactualResponse.Time> time) {
        if (!whatIf.brokenRules().isEmpty()) {
            return "No skill and no time would help: %s."
                    .formatted(whatIf.brokenRules().stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        var parts = new ArrayList<String>();
        levels.forEach(skill -> parts.add("needs level %d in %s".formatted(skill.minLevel(), skill.name())));
        if (whatIf.departmentId() != null) {
            parts.add("must belong to the role's department");
        }
        time.forEach(one -> parts.add("needs %d more free minutes in %s".formatted(one.missingMinutes(), one.week())));
        long difference = whatIf.costDifference();
        parts.add(difference < 0 ? "costs %,d less".formatted(-difference) : "costs %,d more".formatted(difference));
        return String.join(", ", parts);
    }
}
