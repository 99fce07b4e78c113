package org.fengong.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final VerifiedTokens tokens = new VerifiedTokens(null);

    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "a-lead";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private static SecurityIdentity lead(Map<String, Object> claims) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(claims))
                .addRole(Roles.LEAD)
                .addAttribute("request", new Object())
                .build();
    }

    private static SecurityIdentity leadUntil(Instant end) {
        return lead(Map.of("exp", end.getEpochSecond()));
    }

    @Test
    void knowsWhoseTokenWasVerifiedAndForgetsTheRequestThatBroughtIt() {
        tokens.keep("good", leadUntil(NOW.plusSeconds(3600)), NOW);

        var known = tokens.find("good", NOW.plusSeconds(59)).orElseThrow();

        assertThat(known.getRoles()).containsExactly(Roles.LEAD);
        assertThat(known.getPrincipal().getName()).isEqualTo("a-lead");
        assertThat(known.getAttributes()).isEmpty();
        assertThat(tokens.find("another", NOW)).isEmpty();
    }

    @Test
    void hasATokenVerifiedAnewAfterAMinute() {
        tokens.keep("good", leadUntil(NOW.plusSeconds(3600)), NOW);

        assertThat(tokens.find("good", NOW.plus(VerifiedTokens.LIFETIME))).isEmpty();
    }

    @Test
    void knowsNoTokenThatHasEnded() {
        tokens.keep("ending", leadUntil(NOW.plusSeconds(10)), NOW);

        assertThat(tokens.find("ending", NOW.plusSeconds(9))).isPresent();
        assertThat(tokens.find("ending", NOW.plusSeconds(10))).isEmpty();
    }

    @Test
    void keepsNoTokenThatIsBoundToAKey() {
        var end = NOW.plus(Duration.ofHours(1)).getEpochSecond();

        tokens.keep("bound", lead(Map.of("exp", end, "cnf", Map.of("jkt", "0ZcOCORZNYy"))), NOW);

        assertThat(tokens.find("bound", NOW)).isEmpty();
    }

    @Test
    void keepsNoMoreThanItsMost() {
        for (int i = 0; i <= VerifiedTokens.MOST; i++) {
            tokens.keep("token-" + i, leadUntil(NOW.plusSeconds(3600)), NOW);
        }

        assertThat(tokens.find("token-0", NOW)).isEmpty();
        assertThat(tokens.find("token-" + VerifiedTokens.MOST, NOW)).isPresent();
    }
}
