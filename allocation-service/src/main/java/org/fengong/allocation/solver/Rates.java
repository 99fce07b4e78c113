package org.fengong.allocation.solver;

import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.PolicyWeights;
import org.fengong.allocation.solver.problem.PublishedAssignment;
import org.fengong.allocation.solver.problem.SkillRequirement;

/** What one minute of a role costs, in whole units of the policy's weights. */
final class Rates {
    private final PolicyWeights weights;
    private final int horizonWeeks;

    Rates(PolicyWeights weights, int horizonWeeks) {
        this.weights = weights;
        this.horizonWeeks = horizonWeeks;
    }

    /** What depends on the member alone: fit, interest, wished department. */
    long ofMember(PlanningRole role, PlanningMember member) {
        var match = Match.of(role, member);
        long rate = 0;
        if (match.wanted() > 0) {
            rate += weights.fit() * (match.wanted() - match.held()) / match.wanted();
            rate += weights.interest() * (2 * match.weight() - match.interest()) / match.weight();
        }
        String wish = role.wishedDepartmentId();
        return wish == null || wish.equals(member.departmentId()) ? rate : rate + weights.department();
    }

    /** What depends on the weeks: lateness, and the goal's waiting. */
    long ofEnd(PlanningTask task, int endWeek) {
        long weeksLate = Math.max(0, endWeek - task.dueWeek());
        return weeksLate * weights.lateness() * task.importance() + goal(task) * endWeek;
    }

    long ofChange(PublishedAssignment published, PlanningMember member, int startWeek) {
        if (published == null) {
            return 0;
        }
        if (!published.memberId().equals(member.id())) {
            return weights.movedMember();
        }
        return startWeek == Math.max(0, published.startWeek()) ? 0 : weights.movedWeek();
    }

    long ofNobody(PlanningTask task, PublishedAssignment published) {
        long rate = (long) weights.unassigned() * task.importance() + goal(task) * horizonWeeks;
        return published == null ? rate : rate + weights.movedMember();
    }

    private long goal(PlanningTask task) {
        return (long) weights.goal() * task.goalWeightPermille() / 1000;
    }

    /**
     * How a member matches a role, each summed over its skills with their weights w.
     *
     * @param held Σ w · min(level, minLevel + 1, 5)
     * @param wanted Σ w · min(5, minLevel + 1); 0 when the role asks for no skill
     * @param interest Σ w · interest, −2 to +2 each
     * @param weight Σ w
     */
    record Match(long held, long wanted, long interest, long weight) {
        static Match of(PlanningRole role, PlanningMember member) {
            long held = 0;
            long wanted = 0;
            long interest = 0;
            long weight = 0;
            for (SkillRequirement skill : role.skills()) {
                int most = Math.min(5, skill.minLevel() + 1);
                held += (long) skill.weight() * Math.min(most, level(skill, member));
                wanted += (long) skill.weight() * most;
                interest += (long) skill.weight() * interest(skill, member);
                weight += skill.weight();
            }
            return new Match(held, wanted, interest, weight);
        }

        int fitPermille() {
            return wanted == 0 ? 1000 : (int) (1000 * held / wanted);
        }

        int interestPermille() {
            return weight == 0 ? 0 : (int) (1000 * interest / weight);
        }

        static int level(SkillRequirement skill, PlanningMember member) {
            return member.skillLevels().getOrDefault(skill.skillId(), 0);
        }

        private static int interest(SkillRequirement skill, PlanningMember member) {
            int inField = skill.field() == null ? 0 : member.fieldInterests().getOrDefault(skill.field(), 0);
            return member.skillInterests().getOrDefault(skill.skillId(), inField);
        }
    }
}
