package org.fengong.allocation.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of webhooks. */
@ConfigMapping(prefix = "fengong.webhooks")
interface WebhookConfig {
    /** Whether this replica sends to webhooks. */
    @WithDefault("true")
    boolean send();

    /**
     * Receivers, as `host:port`, that may be in a private network and speak plain HTTP. For tests and local use; only the
     * profile `local` starts with it.
     */
    Optional<List<String>> allowedPrivateTargets();

    /** To how many webhooks this replica sends at the same time. */
    @WithDefault("8")
    int parallel();

    /** How long a receiver may take to accept a connection. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long a receiver may take in all to answer. */
    @WithDefault("10s")
    Duration timeout();

    /** How long after each failed attempt the next one follows, up to a fifth later; after the last one none does. */
    @WithDefault("5s,30s,2m,10m,1h,6h")
    List<Duration> retries();

    /** How long the previous secret signs, too, after a new one was made. */
    @WithDefault("24h")
    Duration rotation();

    /**
     * Keys that encrypt secrets in the database, each `id:key` with 32 random bytes in Base64; the first one encrypts, all
     * decrypt. There is no default but in the profiles `local` and `test`.
     */
    List<String> secretKeys();

    /** How long deliveries are kept. */
    @WithDefault("30d")
    Duration retention();
}
