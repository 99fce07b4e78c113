package org.fengong.review.adjustment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What proposed plans ask for. */
@ConfigMapping(prefix = "fengong.review.replan")
public interface ProposalConfig {
    /** Horizon of a proposed plan in weeks. */
    @WithDefault("8")
    int weeks();

    /** Weight of an even load, in percent of its usual one, in a plan that answers unbalanced load or single-holder work. */
    @WithDefault("300")
    int fairnessWeight();

    /** Weight of skill fit, in percent of its usual one, in a plan that answers low skill fit. */
    @WithDefault("300")
    int fitWeight();

    /** Weight of lateness, in percent of its usual one, in a plan that answers late tasks or a goal without progress. */
    @WithDefault("300")
    int latenessWeight();

    /** Part of the capacity that a plan may fill when it answers overload. */
    @WithDefault("0.9")
    double maxLoadRatio();

    /** However far estimates are off, no plan is asked for that fills less of the capacity than this. */
    @WithDefault("0.5")
    double leastMaxLoadRatio();

    /** However far estimates are off, no effort is proposed that differs by more than this factor. */
    @WithDefault("2")
    double mostEstimateFactor();

    /** Effort of a role, in minutes, below which it is not worth splitting. */
    @WithDefault("480")
    int leastSplitMinutes();
}
