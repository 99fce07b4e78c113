package org.fengong.allocation.solver.problem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Hashes a canonical text of a problem: every value in a fixed order, each with its length before it. */
final class InputHash {
    private final StringBuilder text = new StringBuilder();

    private InputHash() {}

    static String of(PlanningProblem problem) {
        var hash = new InputHash();
        hash.problem(problem);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(hash.text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private void problem(PlanningProblem problem) {
        add("fengong-problem-1", problem.weeks());
        policy(problem.policy());
        problem.members().forEach(this::member);
        problem.tasks().forEach(this::task);
        add("outside");
        map(problem.outsideEndWeeks());
        for (FixedAssignment one : problem.fixed()) {
            add("fixed", one.roleId(), one.memberId(), one.startWeek(), one.running());
            list(one.weeklyMinutes());
        }
        problem.published().forEach(one -> add("published", one.roleId(), one.memberId(), one.startWeek()));
    }

    private void policy(PlanningPolicy policy) {
        PolicyWeights weights = policy.weights();
        add("policy", policy.maxLoadPercent(), policy.seed(), policy.stepBudget());
        add(weights.fit(), weights.interest(), weights.lateness(), weights.movedMember(), weights.movedWeek());
        add(weights.goal(), weights.department(), weights.unassigned());
        if (policy.maxChanges() != null) {
            add("changes", policy.maxChanges());
        }
        weights.fairness().forEach(step -> add("step", step.loadPercent(), step.costPerMinute()));
    }

    private void member(PlanningMember member) {
        add("member", member.id(), member.departmentId());
        list(member.capacityMinutes());
        list(member.standingMinutes());
        if (member.past() != null) {
            add("past", member.past().loadMinutes(), member.past().capacityMinutes());
        }
        map(member.skillLevels());
        map(member.skillInterests());
        map(member.fieldInterests());
    }

    private void task(PlanningTask task) {
        add("task", task.id(), task.importance(), task.earliestStartWeek(), task.dueWeek());
        add(task.goalWeightPermille(), task.together(), task.allowSameMember());
        for (PlanningRole role : task.roles()) {
            add("role", role.id(), role.effortMinutes(), role.departmentId(), role.wishedDepartmentId());
            add(role.spanWeeks());
            if (role.earliestStartWeek() > 0) {
                add("from", role.earliestStartWeek());
            }
            role.declinedBy().forEach(member -> add("declined", member));
            role.skills()
                    .forEach(skill ->
                            add(skill.skillId(), skill.field(), skill.minLevel(), skill.mandatory(), skill.weight()));
        }
        task.dependsOn().forEach(dependency -> add("after", dependency.taskId(), dependency.lagWeeks()));
    }

    private void list(List<Integer> values) {
        add(values.size());
        values.forEach(this::add);
    }

    private void map(Map<String, Integer> values) {
        add(values.size());
        values.forEach(this::add);
    }

    private void add(Object... values) {
        for (Object value : values) {
            String plain = String.valueOf(value);
            text.append(value == null ? -1 : plain.length())
                    .append(':')
                    .append(plain)
                    .append(' ');
        }
    }
}
