package org.fengong.platform.time;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the business clock. */
@ConfigMapping(prefix = "fengong.clock")
public interface ClockConfig {
    /**
     * File with an ISO-8601 duration, such as {@code P7D}, by which business time runs ahead. Only the profile
     * {@code local} (and tests) may set it; any other refuses to start.
     */
    Optional<Path> offsetFile();
}
