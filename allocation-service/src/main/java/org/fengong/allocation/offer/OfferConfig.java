package org.fengong.allocation.offer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of offers. */
@ConfigMapping(prefix = "fengong.offers")
interface OfferConfig {
    /** Whether this replica lets offers expire. */
    @WithDefault("true")
    boolean expire();
}
