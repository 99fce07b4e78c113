package org.fengong.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits on what a request may bring. */
@ConfigMapping(prefix = "fengong.http")
public interface HttpGuardConfig {
    /** Largest body of an ordinary request. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** Largest body of a request to a path that ends in {@code /batch}. */
    @WithDefault("10M")
    MemorySize maxBatchBody();

    /** Largest body of a request to a path that ends in {@code -imports}; at most quarkus.http.limits.max-body-size. */
    @WithDefault("64M")
    MemorySize maxImportBody();
}
