package org.fengong.allocation.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fengong.allocation.solver.problem.FairnessStep;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningPolicy;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PolicyWeights;
import org.fengong.allocation.solver.problem.SkillRequirement;

/** Small problems with every rule and every cost in them, so scarce that the rules bind. */
final class RandomProblems {
    private static final List<String> SKILLS = List.of("brand", "content", "research");
    private static final List<String> DEPARTMENTS = List.of("marketing", "sales");

    private final Random random;
    private final int weeks;
    private final int members;

    private RandomProblems(long seed) {
        random = new Random(seed);
        weeks = 2 + random.nextInt(2);
        members = 2 + random.nextInt(2);
    }

    /** @param roles how many roles at most, fixed ones among them */
    static PlanningProblem small(long seed, int roles) {
        return new RandomProblems(seed).build(roles);
    }

    private PlanningProblem build(int most) {
        var problem = Problems.weeks(weeks).policy(policy());
        for (int m = 0; m < members; m++) {
            problem.member(member("m" + m));
        }
        int count = 2 + random.nextInt(most - 1);
        int placed = 0;
        for (int t = 0; placed < count; t++) {
            var task = task(t);
            int roles = Math.min(count - placed, 1 + random.nextInt(3));
            for (int r = 0; r < roles; r++) {
                String roleId = "t" + t + "r" + r;
                task.role(role(roleId));
                if (random.nextInt(8) == 0) {
                    problem.fixed(fixed(roleId));
                }
                if (random.nextInt(3) == 0) {
                    problem.published(roleId, anyMember(), random.nextInt(weeks + 1) - 1);
                }
            }
            placed += roles;
            problem.task(task);
        }
        return problem.outside("outside", random.nextInt(3) - 2).build();
    }

    private PlanningPolicy policy() {
        var weights = new PolicyWeights(
                random.nextInt(1000),
                random.nextInt(100),
                random.nextInt(200),
                List.of(new FairnessStep(20 + random.nextInt(30), 50), new FairnessStep(70, 1 + random.nextInt(300))),
                random.nextInt(300),
                random.nextInt(200),
                random.nextInt(100),
                random.nextInt(200),
                200 + random.nextInt(2000));
        return PlanningPolicy.standard()
                .withWeights(weights)
                .withMaxLoadPercent(random.nextBoolean() ? 100 : 80)
                .withStepBudget(20_000)
                .withSeed(random.nextInt());
    }

    private Problems.Member member(String id) {
        var member = new Problems.Member(id).department(DEPARTMENTS.get(random.nextInt(2)));
        Integer[] capacity = new Integer[weeks];
        Integer[] standing = new Integer[weeks];
        for (int w = 0; w < weeks; w++) {
            capacity[w] = random.nextInt(6) == 0 ? 0 : 60 * (2 + random.nextInt(9));
            standing[w] = random.nextInt(3) == 0 ? random.nextInt(400) : 0;
        }
        member.capacity(capacity).standing(standing);
        if (random.nextBoolean()) {
            member.past(random.nextInt(3000), 1 + random.nextInt(4000));
        }
        for (String skill : SKILLS) {
            int level = random.nextInt(6);
            if (level > 0) {
                member.skill(skill, level);
            }
            if (random.nextInt(3) == 0) {
                member.interest(skill, random.nextInt(5) - 2);
            }
        }
        return member.fieldInterest("field", random.nextInt(5) - 2);
    }

    private Problems.Task task(int t) {
        var task = new Problems.Task("t" + t)
                .importance(1 + random.nextInt(5))
                .earliest(random.nextInt(4) == 0 ? 1 : -random.nextInt(3))
                .due(random.nextInt(weeks + 2) - 1)
                .goalWeight(random.nextInt(3) * 500);
        if (random.nextInt(4) == 0) {
            task.together();
        }
        if (random.nextInt(3) == 0) {
            task.allowSameMember();
        }
        if (t > 0 && random.nextInt(2) == 0) {
            task.after("t" + random.nextInt(t), random.nextInt(2));
        }
        if (random.nextInt(5) == 0) {
            task.after("outside", random.nextInt(3));
        }
        return task;
    }

    private PlanningRole role(String id) {
        List<SkillRequirement> skills = new ArrayList<>();
        for (String skill : SKILLS) {
            if (random.nextInt(3) == 0) {
                String field = random.nextBoolean() ? "field" : null;
                boolean mandatory = random.nextInt(3) > 0;
                skills.add(new SkillRequirement(skill, field, 1 + random.nextInt(3), mandatory, 1 + random.nextInt(3)));
            }
        }
        return new PlanningRole(
                id,
                30 + random.nextInt(500),
                skills,
                random.nextInt(8) == 0 ? DEPARTMENTS.get(random.nextInt(2)) : null,
                random.nextInt(4) == 0 ? DEPARTMENTS.get(random.nextInt(2)) : null,
                random.nextInt(3) == 0 ? 1 + random.nextInt(2) : null,
                random.nextInt(6) == 0 ? List.of(anyMember()) : List.of(),
                random.nextInt(6) == 0 ? random.nextInt(weeks + 1) : 0);
    }

    private FixedAssignment fixed(String roleId) {
        if (random.nextBoolean()) {
            return FixedAssignment.running(roleId, anyMember());
        }
        return FixedAssignment.pinned(roleId, anyMember(), random.nextInt(weeks + 1));
    }

    private String anyMember() {
        return "m" + random.nextInt(members);
    }
}
