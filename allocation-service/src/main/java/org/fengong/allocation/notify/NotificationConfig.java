package org.fengong.allocation.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of what members are told. */
@ConfigMapping(prefix = "fengong.notifications")
interface NotificationConfig {
    /** How long a notification is kept after it was read. */
    @WithDefault("90d")
    Duration retention();

    /** Streams of notifications open at the same time at this replica. */
    @WithDefault("1000")
    int streams();

    /** How many of them one member may have. */
    @WithDefault("5")
    int streamsPerMember();

    /** Host of the mail server; without one nobody gets e-mail. Port, user, password and TLS are Quarkus' {@code QUARKUS_MAILER_*}. */
    Optional<String> smtpHost();

    /** Sender of the e-mails. */
    @WithDefault("fengong@localhost")
    String mailFrom();

    /** Attempts to send an e-mail. */
    @WithDefault("8")
    int mailAttempts();

    /** Pause after the first attempt in vain; it doubles with each. */
    @WithDefault("1m")
    Duration mailBackoff();

    /** Longest wait for the mail server to take an e-mail; below two minutes. */
    @WithDefault("30s")
    Duration mailTimeout();
}
