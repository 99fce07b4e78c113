package org.fengong.allocation.plan;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What it costs to change little.
 *
 * @param bound no plan costs less, however much it changes
 * @param prices by number of changes from 0 on; the value never rises with it
 */
record ChangePricesResponse(UUID planId, long bound, List<Price> prices) {
    /**
     * @param changes how many roles of the plan in force get another member or start week, or nobody, at most
     * @param value of the best plan found; absent when none was found that changes so little
     * @param saving how much less it costs than the best with one change less; absent when there is none
     */
    @Schema(name = "ChangePrice")
    record Price(
            int changes,
            @Schema(nullable = true) Long value,
            @Schema(nullable = true) Long saving) {}
}
