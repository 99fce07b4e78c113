package org.fengong.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.security.Roles;

/** Tokens as the issuer would sign them, with a key made for this run. */
public final class TestTokens {
    private static final KeyPair KEYS = newKeys();

    private TestTokens() {}

    static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    public static String admin() {
        return token("an-admin", null, Roles.ADMIN);
    }

    public static String viewer() {
        return token("a-viewer", null, Roles.VIEWER);
    }

    public static String service() {
        return token("a-service", null, Roles.SERVICE);
    }

    public static String lead(UUID memberId) {
        return token("lead-" + memberId, memberId, Roles.LEAD, Roles.MEMBER);
    }

    /** A lead whose token covers these teams alone. */
    public static String narrowedLead(UUID memberId, UUID... teamIds) {
        return claims("https://fengong.local", "fengong", "lead-" + memberId, memberId, Roles.LEAD)
                .claim("teams", Arrays.stream(teamIds).map(UUID::toString).toList())
                .sign(KEYS.getPrivate());
    }

    /** A ticket of a one-time address, for a lead's token that covers these teams alone. */
    public static String ticket(Duration validFor, UUID memberId, UUID... teamIds) {
        return claims("https://fengong.local", "fengong-pages-ticket", "lead-" + memberId, memberId, Roles.LEAD)
                .claim("teams", Arrays.stream(teamIds).map(UUID::toString).toList())
                .expiresAt(Instant.now().plus(validFor))
                .sign(KEYS.getPrivate());
    }

    public static String member(UUID memberId) {
        return token("member-" + memberId, memberId, Roles.MEMBER);
    }

    public static String token(String subject, UUID memberId, String... roles) {
        return sign("https://fengong.local", "fengong", subject, memberId, roles);
    }

    /** For tests that a wrong issuer or audience is refused. */
    public static String sign(String issuer, String audience, String subject, UUID memberId, String... roles) {
        return claims(issuer, audience, subject, memberId, roles).sign(KEYS.getPrivate());
    }

    private static JwtClaimsBuilder claims(
            String issuer, String audience, String subject, UUID memberId, String... roles) {
        var claims = Jwt.issuer(issuer)
                .audience(audience)
                .subject(subject)
                .upn(subject)
                .groups(Set.of(roles))
                .expiresIn(3600);
        return memberId == null ? claims : claims.claim("member", memberId.toString());
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
