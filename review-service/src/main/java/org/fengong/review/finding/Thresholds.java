package org.fengong.review.finding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From where on a number is a finding, and from where on a severe one. */
@ConfigMapping(prefix = Thresholds.PREFIX)
public interface Thresholds {
    String PREFIX = "fengong.review.thresholds";

    /** Coefficient of variation of the members' load ratios above which the load is unbalanced. */
    UnbalancedLoad unbalancedLoad();

    /** Minutes over capacity ÷ capacity of a member's week above which it is an overload. */
    Overload overload();

    /** Mean skill fit of the assignments, weighted by minutes, below which it is low. */
    LowSkillFit lowSkillFit();

    /** On-time rate below which the team is late. */
    Late late();

    /** Factor between actual and estimated effort, in either direction, above which estimates are off. */
    EstimatesOff estimatesOff();

    /** Weeks of the period in which a goal ran without progress, from which on it is one. */
    GoalWithoutProgress goalWithoutProgress();

    /** Share of the minutes logged on a goal above which one member carries it alone. */
    SingleHolderWork singleHolderWork();

    /** Load ratio of a member ÷ mean of the members' load ratios below which a member is under-used. */
    UnderUsed underUsed();

    /** Share of the completed tasks that were taken up again above which there is too much rework. */
    Rework rework();

    /** Jain's index of the load ratios of the last weeks below which the load is unfair over time. */
    UnfairOverTime unfairOverTime();

    /** Mean days from a completed task to the start of the next above which the hand-over is slow. */
    SlowHandOver slowHandOver();

    /** Share of a member's answered offers that were declined above which it is a pattern. */
    DeclinePattern declinePattern();

    /** Holders of a skill whose time is lacking, up to which it hangs on too few. */
    SingleHolder singleHolder();

    /** Actual ÷ estimated effort of a member's roles with a skill below which the skill is growing. */
    GrowingSkill growingSkill();

    /** Working days for which a request to another department has waited above which it is unanswered. */
    UnansweredRequest unansweredRequest();

    /** Where the two severities begin. */
    interface Levels {
        double warning();

        double severe();
    }

    interface UnbalancedLoad extends Levels {
        @Override
        @WithDefault("0.3")
        double warning();

        @Override
        @WithDefault("0.6")
        double severe();
    }

    interface Overload extends Levels {
        @Override
        @WithDefault("0")
        double warning();

        @Override
        @WithDefault("0.2")
        double severe();
    }

    interface LowSkillFit extends Levels {
        @Override
        @WithDefault("0.65")
        double warning();

        @Override
        @WithDefault("0.5")
        double severe();
    }

    interface Late extends Levels {
        @Override
        @WithDefault("0.85")
        double warning();

        @Override
        @WithDefault("0.6")
        double severe();
    }

    interface EstimatesOff extends Levels {
        @Override
        @WithDefault("1.25")
        double warning();

        @Override
        @WithDefault("1.6")
        double severe();
    }

    interface GoalWithoutProgress extends Levels {
        @Override
        @WithDefault("2")
        double warning();

        @Override
        @WithDefault("6")
        double severe();
    }

    interface SingleHolderWork extends Levels {
        @Override
        @WithDefault("0.6")
        double warning();

        @Override
        @WithDefault("0.85")
        double severe();

        /** Minutes logged on a goal in the period below which nobody is called its single holder. */
        @WithDefault("480")
        int minimumGoalMinutes();
    }

    interface UnderUsed extends Levels {
        @Override
        @WithDefault("0.5")
        double warning();

        @Override
        @WithDefault("0.25")
        double severe();
    }

    interface Rework extends Levels {
        @Override
        @WithDefault("0.1")
        double warning();

        @Override
        @WithDefault("0.25")
        double severe();
    }

    interface UnfairOverTime extends Levels {
        @Override
        @WithDefault("0.9")
        double warning();

        @Override
        @WithDefault("0.8")
        double severe();
    }

    interface SlowHandOver extends Levels {
        @Override
        @WithDefault("3")
        double warning();

        @Override
        @WithDefault("7")
        double severe();
    }

    interface DeclinePattern extends Levels {
        @Override
        @WithDefault("0.3")
        double warning();

        @Override
        @WithDefault("0.5")
        double severe();

        /** Answered offers of a member in the period below which nothing is called a pattern. */
        @WithDefault("3")
        int minimumOffers();
    }

    interface SingleHolder extends Levels {
        @Override
        @WithDefault("1")
        double warning();

        @Override
        @WithDefault("0")
        double severe();
    }

    interface GrowingSkill extends Levels {
        @Override
        @WithDefault("0.8")
        double warning();

        @Override
        @WithDefault("0.6")
        double severe();

        /** Completed roles of a member with a skill below which nothing is said of it. */
        @WithDefault("2")
        int minimumRoles();
    }

    interface UnansweredRequest extends Levels {
        @Override
        @WithDefault("3")
        double warning();

        @Override
        @WithDefault("7")
        double severe();
    }
}
