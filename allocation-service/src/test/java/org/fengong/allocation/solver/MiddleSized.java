package org.fengong.allocation.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fengong.allocation.solver.Problems.Member;
import org.fengong.allocation.solver.Problems.Task;
import org.fengong.allocation.solver.problem.PlanningPolicy;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.SkillRequirement;

/** A department's plan: 60 roles, 14 members, 8 weeks, the people's time about two thirds used. */
final class MiddleSized {
    private MiddleSized() {}

    static PlanningProblem problem(long seed, long stepBudget) {
        var random = new Random(seed);
        var problem = Problems.weeks(8)
                .policy(PlanningPolicy.standard().withStepBudget(stepBudget).withSeed(seed));
        for (int m = 0; m < 14; m++) {
            var member = new Member(String.format("m%02d", m))
                    .capacity(Collections.nCopies(8, 1200 + 600 * random.nextInt(3)))
                    .past(random.nextInt(9000), 12_000);
            for (int s = 0; s < 4; s++) {
                member.skill("s" + random.nextInt(8), 1 + random.nextInt(5)).interest("s" + s, random.nextInt(5) - 2);
            }
            problem.member(member);
        }
        for (int t = 0; t < 30; t++) {
            var task = new Task(String.format("t%02d", t))
                    .importance(1 + random.nextInt(5))
                    .due(random.nextInt(8))
                    .goalWeight(random.nextInt(1000))
                    .role("t" + t + "a", 600 + random.nextInt(3000), skills(random))
                    .role("t" + t + "b", 600 + random.nextInt(3000), skills(random));
            if (random.nextInt(6) == 0) {
                task.together();
            }
            if (t > 0 && random.nextInt(3) == 0) {
                task.after(String.format("t%02d", random.nextInt(t)), random.nextInt(2));
            }
            problem.task(task);
            problem.published("t" + t + "a", String.format("m%02d", random.nextInt(14)), random.nextInt(8));
        }
        return problem.build();
    }

    static PlanningProblem withPolicy(PlanningProblem problem, PlanningPolicy policy) {
        return new PlanningProblem(
                problem.weeks(),
                problem.members(),
                problem.tasks(),
                problem.outsideEndWeeks(),
                problem.fixed(),
                problem.published(),
                policy);
    }

    private static SkillRequirement[] skills(Random random) {
        List<SkillRequirement> skills = new ArrayList<>();
        int first = random.nextInt(8);
        skills.add(Problems.must("s" + first, 1 + random.nextInt(3)));
        if (random.nextBoolean()) {
            skills.add(Problems.wish("s" + (first + 1) % 8, 2, 1));
        }
        return skills.toArray(SkillRequirement[]::new);
    }
}
