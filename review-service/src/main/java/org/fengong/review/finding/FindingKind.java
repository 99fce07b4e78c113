package org.fengong.review.finding;

import java.util.function.Function;

/** What can be wrong with a division of labour, on which side of its thresholds, and where these are documented. */
public enum FindingKind {
    /** The members' load ratios differ too much (P3). */
    UNBALANCED_LOAD(Side.ABOVE, Thresholds::unbalancedLoad),
    /** More stands in a member's week than the member can give (P3). */
    OVERLOAD(Side.ABOVE, Thresholds::overload),
    /** Members were given work that others could do better, or nobody can (P2). */
    LOW_SKILL_FIT(Side.BELOW, Thresholds::lowSkillFit),
    /** Too many tasks were not completed by their due date (W1). */
    LATE(Side.BELOW, Thresholds::late),
    /** Work takes much longer, or much shorter, than estimated (S3). */
    ESTIMATES_OFF(Side.ABOVE, Thresholds::estimatesOff),
    /** No key result of a goal came nearer to its target and no task of it was completed (P1). */
    GOAL_WITHOUT_PROGRESS(Side.AT_LEAST, Thresholds::goalWithoutProgress),
    /** One member carries nearly all work for a goal (P5). */
    SINGLE_HOLDER_WORK(Side.ABOVE, Thresholds::singleHolderWork),
    /** A member is given much less than the others (P3). */
    UNDER_USED(Side.BELOW, Thresholds::underUsed),
    /** Completed tasks had to be taken up again (W1). */
    REWORK(Side.ABOVE, Thresholds::rework),
    /** Over many weeks always the same members carry more than their share (P3). */
    UNFAIR_OVER_TIME(Side.BELOW, Thresholds::unfairOverTime),
    /** Work lies long between the one who finishes and the one who goes on (W1). */
    SLOW_HAND_OVER(Side.ABOVE, Thresholds::slowHandOver),
    /** A member declines much of what is offered (P3). */
    DECLINE_PATTERN(Side.ABOVE, Thresholds::declinePattern),
    /** Too few members hold a skill whose time is lacking (P5). */
    SINGLE_HOLDER(Side.AT_MOST, Thresholds::singleHolder),
    /** A member does work with a skill faster than estimated: the level may have grown (P2, S3). */
    GROWING_SKILL(Side.BELOW, Thresholds::growingSkill),
    /** Another department was asked and does not answer (S4). */
    UNANSWERED_REQUEST(Side.ABOVE, Thresholds::unansweredRequest);

    private enum Side {
        ABOVE,
        AT_LEAST,
        BELOW,
        AT_MOST
    }

    private final Side side;
    private final Function<Thresholds, Thresholds.Levels> documented;

    FindingKind(Side side, Function<Thresholds, Thresholds.Levels> documented) {
        this.side = side;
        this.documented = documented;
    }

    /** True when a higher number is worse, and so the critical threshold lies above the warning. */
    public boolean isWorseAbove() {
        return side == Side.ABOVE || side == Side.AT_LEAST;
    }

    Thresholds.Levels documented(Thresholds thresholds) {
        return documented.apply(thresholds);
    }

    boolean passes(double value, double threshold) {
        return switch (side) {
            case ABOVE -> value > threshold;
            case AT_LEAST -> value >= threshold;
            case BELOW -> value < threshold;
            case AT_MOST -> value <= threshold;
        };
    }
}
