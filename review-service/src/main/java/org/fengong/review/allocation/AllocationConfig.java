package org.fengong.review.allocation;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where allocation-service is. */
@ConfigMapping(prefix = "fengong.allocation")
public interface AllocationConfig {
    /** Base URL of allocation-service. */
    URI url();
}
