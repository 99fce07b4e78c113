package org.fengong.allocation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {
    private static final UUID WEBHOOK = UUID.randomUUID();
    private static final String OLD = "old:" + "A".repeat(43) + "=";
    private static final String NEW = "new:" + "B".repeat(42) + "A=";

    private final String secret = Signature.newSecret();

    private static WebhookSecrets with(String... keys) {
        return new WebhookSecrets(List.of(keys));
    }

    @Test
    void storesNothingThatTellsTheSecretOrThatTwoAreTheSame() {
        var one = with(OLD).encrypt(WEBHOOK, secret);
        var other = with(OLD).encrypt(WEBHOOK, secret);

        assertThat(one).startsWith("old:").doesNotContain(secret.substring(6)).isNotEqualTo(other);
        assertThat(with(OLD).decrypt(WEBHOOK, one)).isEqualTo(secret);
        assertThat(with(OLD).decrypt(WEBHOOK, other)).isEqualTo(secret);
    }

    @Test
    void readsUnderAFormerKeyAndInTheClearAndEncryptsUnderTheFirst() {
        var former = with(OLD).encrypt(WEBHOOK, secret);
        var both = with(NEW, OLD);

        assertThat(both.decrypt(WEBHOOK, former)).isEqualTo(secret);
        assertThat(both.decrypt(WEBHOOK, secret)).isEqualTo(secret);
        assertThat(both.encrypt(WEBHOOK, secret)).startsWith("new:");
        assertThatThrownBy(() -> with(NEW).decrypt(WEBHOOK, former)).hasMessageContaining("under the key old");
    }

    @Test
    void isOfNoUseToAnotherWebhookNorWhenItWasChanged() {
        var stored = with(OLD).encrypt(WEBHOOK, secret);
        var bytes = Base64.getDecoder().decode(stored.substring(4));
        bytes[20] ^= 1;
        var changed = "old:" + Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> with(OLD).decrypt(UUID.randomUUID(), stored)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> with(OLD).decrypt(WEBHOOK, changed)).hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAAA", "old:", "old:AAAA", ":" + LETTERS + "=", "o:d:" + LETTERS + "=", "old:" + LETTERS})
    void refusesWhatIsNoKeyWithoutShowingIt(String key) {
        assertThatThrownBy(() -> with(NEW, key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fengong.webhooks.secret-keys")
                .hasMessageNotContaining("AAAA");
    }

    private static final String LETTERS = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void refusesTwoKeysOfOneName() {
        assertThatThrownBy(() -> with(OLD, OLD)).hasMessageContaining("each id once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging"})
    void everyProfileButLocalAndTestNeedsAKeyToStart(String profile) {
        assertThatThrownBy(() -> config(profile))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("fengong.webhooks.secret-keys");
        assertThat(Stream.of("local", "test").map(WebhookSecretsTest::config))
                .allSatisfy(config -> assertThat(config.secretKeys()).hasSize(1));
    }

    private static WebhookConfig config(String profile) {
        try {
            return new SmallRyeConfigBuilder()
                    .withProfile(profile)
                    .withSources(new PropertiesConfigSource(WebhookConfig.class.getResource("/application.properties")))
                    .withMapping(WebhookConfig.class)
                    .withValidateUnknown(false)
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .build()
                    .getConfigMapping(WebhookConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
