package org.fengong.allocation.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.FairnessStep;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PastLoad;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningPolicy;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.PolicyWeights;
import org.fengong.allocation.solver.problem.PublishedAssignment;
import org.fengong.allocation.solver.problem.SkillRequirement;
import org.fengong.allocation.solver.problem.TaskDependency;

/** A problem under construction, each part with a plain default. */
final class Problems {
    /** Only an unassigned role costs, 1000 for each minute and point of importance. */
    static final PolicyWeights UNASSIGNED_ONLY = new PolicyWeights(0, 0, 0, List.of(), 0, 0, 0, 0, 1000);

    int weeks = 4;
    PlanningPolicy policy = new PlanningPolicy(UNASSIGNED_ONLY, 100, 1, 2_000, Duration.ofMinutes(5), null);
    private final List<PlanningMember> members = new ArrayList<>();
    private final List<PlanningTask> tasks = new ArrayList<>();
    private final Map<String, Integer> outside = new HashMap<>();
    private final List<FixedAssignment> fixed = new ArrayList<>();
    private final List<PublishedAssignment> published = new ArrayList<>();

    static Problems weeks(int weeks) {
        var problems = new Problems();
        problems.weeks = weeks;
        return problems;
    }

    Problems weights(PolicyWeights weights) {
        policy = policy.withWeights(weights);
        return this;
    }

    Problems policy(PlanningPolicy other) {
        policy = other;
        return this;
    }

    /** With the same capacity in each week. */
    Problems member(String id, int capacityMinutes) {
        return member(new Member(id).capacity(Collections.nCopies(weeks, capacityMinutes)));
    }

    Problems member(Member member) {
        members.add(member.build(weeks));
        return this;
    }

    Problems task(Task task) {
        tasks.add(task.build());
        return this;
    }

    Problems outside(String taskId, int endWeek) {
        outside.put(taskId, endWeek);
        return this;
    }

    Problems fixed(FixedAssignment assignment) {
        fixed.add(assignment);
        return this;
    }

    Problems published(String roleId, String memberId, int startWeek) {
        published.add(new PublishedAssignment(roleId, memberId, startWeek));
        return this;
    }

    PlanningProblem build() {
        return new PlanningProblem(weeks, members, tasks, outside, fixed, published, policy);
    }

    static Placement placement(String roleId, String memberId, int startWeek, Integer... weeklyMinutes) {
        return new Placement(roleId, memberId, startWeek, List.of(weeklyMinutes));
    }

    static PolicyWeights fit(int weight) {
        return new PolicyWeights(weight, 0, 0, List.of(), 0, 0, 0, 0, 1000);
    }

    static PolicyWeights interest(int weight) {
        return new PolicyWeights(0, weight, 0, List.of(), 0, 0, 0, 0, 1000);
    }

    static PolicyWeights lateness(int weight) {
        return new PolicyWeights(0, 0, weight, List.of(), 0, 0, 0, 0, 1000);
    }

    static PolicyWeights fairness(FairnessStep... steps) {
        return new PolicyWeights(0, 0, 0, List.of(steps), 0, 0, 0, 0, 1000);
    }

    static PolicyWeights change(int movedMember, int movedWeek) {
        return new PolicyWeights(0, 0, 0, List.of(), movedMember, movedWeek, 0, 0, 1000);
    }

    static PolicyWeights goal(int weight) {
        return new PolicyWeights(0, 0, 0, List.of(), 0, 0, weight, 0, 1000);
    }

    static PolicyWeights department(int weight) {
        return new PolicyWeights(0, 0, 0, List.of(), 0, 0, 0, weight, 1000);
    }

    /** A member under construction. */
    static final class Member {
        private final String id;
        private String departmentId;
        private List<Integer> capacity;
        private List<Integer> standing;
        private PastLoad past;
        private final Map<String, Integer> levels = new TreeMap<>();
        private final Map<String, Integer> interests = new TreeMap<>();
        private final Map<String, Integer> fieldInterests = new TreeMap<>();

        Member(String id) {
            this.id = id;
        }

        Member department(String other) {
            departmentId = other;
            return this;
        }

        Member capacity(List<Integer> minutes) {
            capacity = minutes;
            return this;
        }

        Member capacity(Integer... minutes) {
            return capacity(List.of(minutes));
        }

        Member standing(Integer... minutes) {
            standing = List.of(minutes);
            return this;
        }

        Member past(int loadMinutes, int capacityMinutes) {
            past = new PastLoad(loadMinutes, capacityMinutes);
            return this;
        }

        Member skill(String skillId, int level) {
            levels.put(skillId, level);
            return this;
        }

        Member interest(String skillId, int value) {
            interests.put(skillId, value);
            return this;
        }

        Member fieldInterest(String field, int value) {
            fieldInterests.put(field, value);
            return this;
        }

        private PlanningMember build(int weeks) {
            List<Integer> minutes = capacity == null ? Collections.nCopies(weeks, 2400) : capacity;
            List<Integer> stands = standing == null ? Collections.nCopies(weeks, 0) : standing;
            return new PlanningMember(id, departmentId, minutes, stands, past, levels, interests, fieldInterests);
        }
    }

    /** A task under construction. */
    static final class Task {
        private final String id;
        private int importance = 3;
        private int earliest;
        private int due = 100;
        private int goalWeight;
        private boolean together;
        private boolean allowSameMember;
        private final List<PlanningRole> roles = new ArrayList<>();
        private final List<TaskDependency> dependsOn = new ArrayList<>();

        Task(String id) {
            this.id = id;
        }

        Task importance(int value) {
            importance = value;
            return this;
        }

        Task earliest(int week) {
            earliest = week;
            return this;
        }

        Task due(int week) {
            due = week;
            return this;
        }

        Task goalWeight(int permille) {
            goalWeight = permille;
            return this;
        }

        Task together() {
            together = true;
            return this;
        }

        Task allowSameMember() {
            allowSameMember = true;
            return this;
        }

        Task after(String taskId, int lagWeeks) {
            dependsOn.add(new TaskDependency(taskId, lagWeeks));
            return this;
        }

        Task role(String roleId, int effortMinutes, SkillRequirement... skills) {
            return role(new PlanningRole(roleId, effortMinutes, List.of(skills), null, null, null));
        }

        Task role(PlanningRole role) {
            roles.add(role);
            return this;
        }

        private PlanningTask build() {
            return new PlanningTask(
                    id, importance, earliest, due, goalWeight, together, allowSameMember, roles, dependsOn);
        }
    }

    static SkillRequirement must(String skillId, int minLevel) {
        return new SkillRequirement(skillId, null, minLevel, true, 1);
    }

    static SkillRequirement wish(String skillId, int minLevel, int weight) {
        return new SkillRequirement(skillId, null, minLevel, false, weight);
    }
}
