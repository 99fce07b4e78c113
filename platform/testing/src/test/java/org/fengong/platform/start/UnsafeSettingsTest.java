package org.fengong.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeSettingsTest {
    private static final Map<String, String> SAFE = Map.of(
            "quarkus.oidc.auth-server-url", "https://id.example.org/realms/fengong",
            "quarkus.oidc.token.audience", "fengong",
            "kafka.security.protocol", "SASL_SSL",
            "quarkus.datasource.username", "members",
            "quarkus.datasource.password", "7f0c5d2a9b");

    @Test
    void acceptsAProviderAnAudienceEncryptionAndAPasswordOfItsOwn() {
        assertThat(refusals("prod", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.auth-server-url, '', no issuer",
        "quarkus.oidc.auth-server-url, https://fengong.local, issuer https://fengong.local",
        "quarkus.oidc.token.issuer, https://fengong.local, issuer https://fengong.local",
        "quarkus.oidc.token.issuer, any, token.issuer=any",
        "quarkus.oidc.token.audience, '', no audience",
        "quarkus.oidc.public-key, MIIB, quarkus.oidc.public-key",
        "quarkus.oidc.tenant-enabled, false, tenant-enabled",
        "kafka.security.protocol, '', plain text (PLAINTEXT)",
        "kafka.security.protocol, PLAINTEXT, plain text (PLAINTEXT)",
        "kafka.security.protocol, sasl_plaintext, plain text (SASL_PLAINTEXT)",
        "quarkus.datasource.password, fengong, quarkus.datasource.password",
        "quarkus.datasource.password, members, quarkus.datasource.password",
        "fengong.clock.offset-file, /tmp/offset, fengong.clock.offset-file",
        "fengong.webhooks.allowed-private-targets, 'localhost:8080,127.0.0.1:8081', allowed-private-targets",
        "fengong.webhooks.allowed-private-targets[0], localhost:8080, allowed-private-targets"
    })
    void refuses(String name, String value, String sentence) {
        assertThat(refusals("prod", Map.of(name, value)))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @Test
    void allowsPlainTextKafkaWhenToldThatTheNetworkIsPrivate() {
        assertThat(refusals(
                        "prod",
                        Map.of("kafka.security.protocol", "PLAINTEXT", "fengong.kafka.allow-plaintext", "true")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging", "dev"})
    void namesEverythingThatIsUnsafeAtOnceInEveryProfile(String profile) {
        var refusals = refusals(
                profile,
                Map.of(
                        "quarkus.oidc.auth-server-url", "",
                        "quarkus.oidc.public-key", "MIIB",
                        "kafka.security.protocol", "PLAINTEXT",
                        "quarkus.datasource.password", "fengong"));

        assertThat(refusals).hasSize(4);
    }

    @Test
    void allowsEverythingInTheProfileLocal() {
        assertThat(refusals("local", Map.of("quarkus.oidc.public-key", "MIIB", "fengong.clock.offset-file", "/tmp/o")))
                .isEmpty();
    }

    private static List<String> refusals(String profile, Map<String, String> changes) {
        var settings = new HashMap<>(SAFE);
        settings.putAll(changes);
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return UnsafeSettings.of(config);
    }
}
