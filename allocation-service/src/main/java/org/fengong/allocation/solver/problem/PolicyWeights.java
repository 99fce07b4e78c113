package org.fengong.allocation.solver.problem;

import java.util.List;

/**
 * What one minute of effort costs, in whole units, so that splitting a task changes nothing.
 *
 * @param fit by a member with none of the wanted proficiency; in proportion for less
 * @param interest for each point of interest below +2
 * @param lateness for each week after the due week and each point of importance
 * @param fairness what further minutes cost a member from given load ratios on, ascending; the costs add up
 * @param movedMember by another member than published, or by nobody
 * @param movedWeek by the published member from another week
 * @param goal for each week until the work is delivered, at full goal weight
 * @param department by a member outside the wished department
 * @param unassigned by nobody, for each point of importance
 */
public record PolicyWeights(
        int fit,
        int interest,
        int lateness,
        List<FairnessStep> fairness,
        int movedMember,
        int movedWeek,
        int goal,
        int department,
        int unassigned) {

    private static final int MAX = 100_000;

    public PolicyWeights {
        Check.range(fit, 0, MAX, "weight fit");
        Check.range(interest, 0, MAX, "weight interest");
        Check.range(lateness, 0, MAX, "weight lateness");
        Check.range(movedMember, 0, MAX, "weight movedMember");
        Check.range(movedWeek, 0, MAX, "weight movedWeek");
        Check.range(goal, 0, MAX, "weight goal");
        Check.range(department, 0, MAX, "weight department");
        Check.range(unassigned, 0, MAX, "weight unassigned");
        fairness = List.copyOf(fairness);
        for (int i = 1; i < fairness.size(); i++) {
            Check.that(
                    fairness.get(i - 1).loadPercent() < fairness.get(i).loadPercent(),
                    "The fairness steps must ascend in loadPercent.");
        }
    }

    /**
     * One level of proficiency below the wanted one costs about 250; balance weighs as much between a member at 40 % and
     * one at 90 % of their capacity; a week late at importance 3 costs 450; somebody of another department than wished
     * costs 100, about two fifths of a level.
     */
    public static PolicyWeights standard() {
        return new PolicyWeights(
                1000,
                60,
                150,
                List.of(
                        new FairnessStep(30, 60),
                        new FairnessStep(50, 60),
                        new FairnessStep(70, 80),
                        new FairnessStep(85, 120),
                        new FairnessStep(100, 240)),
                400,
                150,
                20,
                100,
                4000);
    }
}
