package org.fengong.platform.start;

import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Settings that are fine on a developer's machine (profile {@code local}) and nowhere else. Read before Quarkus starts, so
 * that one message names all of them and nothing was touched.
 */
final class UnsafeSettings {
    static final String LOCAL_ISSUER = "https://fengong.local";

    private static final String ALLOWED_TARGETS = "fengong.webhooks.allowed-private-targets";
    private static final Set<String> WELL_KNOWN_PASSWORDS =
            Set.of("", "fengong", "postgres", "quarkus", "password", "secret", "admin", "changeme", "change-me");
    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");

    private final SmallRyeConfig config;
    private final List<String> refusals = new ArrayList<>();

    private UnsafeSettings(SmallRyeConfig config) {
        this.config = config;
    }

    /** What is to be changed, a sentence each; empty when the service may start. */
    static List<String> of(SmallRyeConfig config) {
        return config.getProfiles().contains("local") ? List.of() : new UnsafeSettings(config).check();
    }

    private List<String> check() {
        checkTokens();
        checkKafka();
        checkPassword();
        if (value("fengong.clock.offset-file").isPresent()) {
            refuse("fengong.clock.offset-file moves business time. Remove it.");
        }
        if (config.getOptionalValues(ALLOWED_TARGETS, String.class).isPresent()) {
            refuse(ALLOWED_TARGETS + " lets webhooks reach into the private network. Remove it.");
        }
        return refusals;
    }

    private void checkTokens() {
        var server = value("quarkus.oidc.auth-server-url");
        var issuer = value("quarkus.oidc.token.issuer");
        if (server.isEmpty()) {
            refuse("There is no issuer of tokens. Set quarkus.oidc.auth-server-url to your identity provider.");
        }
        if (server.filter(this::isLocalIssuer).isPresent()
                || issuer.filter(this::isLocalIssuer).isPresent()) {
            refuse("The issuer " + LOCAL_ISSUER + " is that of local tokens. Name your identity provider.");
        }
        if (issuer.filter("any"::equals).isPresent()) {
            refuse("quarkus.oidc.token.issuer=any accepts the tokens of every issuer. Remove it.");
        }
        if (value("quarkus.oidc.token.audience").isEmpty()) {
            refuse("There is no audience. Set quarkus.oidc.token.audience; the usual one is fengong.");
        }
        if (value("quarkus.oidc.public-key").isPresent()) {
            refuse("quarkus.oidc.public-key trusts a local key pair. Remove it; the provider publishes its keys.");
        }
        if (value("quarkus.oidc.tenant-enabled").filter("false"::equals).isPresent()) {
            refuse("quarkus.oidc.tenant-enabled=false switches the check of tokens off. Remove it.");
        }
    }

    private void checkKafka() {
        var protocol = value("kafka.security.protocol").orElse("PLAINTEXT").toUpperCase(Locale.ROOT);
        var allowed =
                value("fengong.kafka.allow-plaintext").filter("true"::equals).isPresent();
        if (!ENCRYPTED.contains(protocol) && !allowed) {
            refuse("Kafka is spoken to in plain text (" + protocol
                    + "). Set kafka.security.protocol to SSL or SASL_SSL,"
                    + " or fengong.kafka.allow-plaintext=true when the network is private.");
        }
    }

    private void checkPassword() {
        // an absent one is no default: the URL may carry a client certificate
        value("quarkus.datasource.password").ifPresent(password -> {
            if (WELL_KNOWN_PASSWORDS.contains(password)
                    || value("quarkus.datasource.username")
                            .filter(password::equals)
                            .isPresent()) {
                refuse("quarkus.datasource.password is one that anybody tries first. Choose another.");
            }
        });
    }

    private boolean isLocalIssuer(String issuer) {
        return issuer.startsWith(LOCAL_ISSUER);
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class);
    }

    private void refuse(String sentence) {
        refusals.add(sentence);
    }
}
