package org.fengong.localstack.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    @TempDir
    Path directory;

    @Test
    void signsWhatThePublicKeyVerifies() throws Exception {
        var keys = IssuerKeys.in(directory);
        var memberId = UUID.randomUUID();
        var teamId = UUID.randomUUID();

        var token = new Tokens(keys)
                .to("ana-lima", "lead", "member")
                .member(memberId)
                .teams(List.of(teamId))
                .validFor(Duration.ofMinutes(5))
                .sign();

        var claims = verify(token, publicKey(keys));
        assertThat(claims.getSubject()).isEqualTo("ana-lima");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("ana-lima");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("lead", "member");
        assertThat(claims.getStringClaimValue("member")).isEqualTo(memberId.toString());
        assertThat(claims.getStringListClaimValue("teams")).containsExactly(teamId.toString());
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(300);
    }

    @Test
    void leavesOutMemberAndTeamsOfNobody() throws Exception {
        var keys = IssuerKeys.in(directory);

        var claims = verify(new Tokens(keys).to("an-admin", "admin").sign(), publicKey(keys));

        assertThat(claims.hasClaim("member")).isFalse();
        assertThat(claims.hasClaim("teams")).isFalse();
    }

    @Test
    void makesATicketThatIsNoBearerToken() throws Exception {
        var keys = IssuerKeys.in(directory);

        var ticket = new Tokens(keys).to("a-viewer", "viewer").forPages().sign();

        assertThatThrownBy(() -> verify(ticket, publicKey(keys)))
                .isInstanceOf(InvalidJwtException.class)
                .hasMessageContaining("fengong-pages-ticket");
    }

    @Test
    void keepsItsKeysAndHidesThePrivateOne() throws Exception {
        var made = IssuerKeys.in(directory);

        var found = IssuerKeys.in(directory);

        assertThat(found.publicKeyBase64()).isEqualTo(made.publicKeyBase64());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("issuer-private.pem"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("issuer-public.pem")).replaceAll("-----[^-]+-----|\n", ""))
                .isEqualTo(made.publicKeyBase64());
    }

    private static PublicKey publicKey(IssuerKeys keys) throws Exception {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(keys.publicKeyBase64())));
    }

    private static JwtClaims verify(String token, PublicKey key) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer("https://fengong.local")
                .setExpectedAudience("fengong")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
