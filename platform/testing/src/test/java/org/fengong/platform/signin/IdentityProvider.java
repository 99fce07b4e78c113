package org.fengong.platform.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Stands in for an OpenID provider at which the pages have a client. */
public class IdentityProvider implements QuarkusTestResourceLifecycleManager {
    static final String CLIENT = "fengong-pages";

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true));
    private static final KeyPair KEYS = newKeys();

    @Override
    public int order() {
        return 1; // its settings go over those of the local issuer
    }

    @Override
    public Map<String, String> start() {
        SERVER.start();
        SERVER.stubFor(get("/.well-known/openid-configuration").willReturn(okJson("""
                        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                         "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/sign-out"}
                        """.formatted(url()))));
        var key = (RSAPublicKey) KEYS.getPublic();
        SERVER.stubFor(get("/keys")
                .willReturn(okJson("""
                        {"keys": [{"kty": "RSA", "kid": "k", "use": "sig", "alg": "RS256", "n": "%s", "e": "%s"}]}
                        """.formatted(base64(key.getModulus()), base64(key.getPublicExponent())))));
        var settings = new HashMap<String, String>();
        settings.put("quarkus.oidc.public-key", "");
        settings.put("quarkus.oidc.auth-server-url", url());
        settings.put("quarkus.oidc.token.issuer", url());
        settings.put("fengong.pages.client-id", CLIENT);
        settings.put("fengong.pages.client-secret", "a-secret-of-more-than-thirty-two-characters");
        return settings;
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    static String url() {
        return SERVER.baseUrl();
    }

    /** An access token of a lead. */
    static String accessToken(UUID member, UUID team, String audience) {
        return sign(claims("a-lead", audience)
                .groups(Set.of("lead"))
                .claim("member", member.toString())
                .claim("teams", List.of(team.toString())));
    }

    /** Gives these for the code; the ID token says no more than who it is. */
    static void gives(String code, String nonce, String accessToken) {
        var idToken = sign(claims("a-lead", CLIENT).claim("nonce", nonce));
        SERVER.stubFor(post("/token")
                .withRequestBody(containing("code=" + code))
                .withRequestBody(containing("code_verifier="))
                .willReturn(okJson("""
                        {"access_token": "%s", "id_token": "%s", "refresh_token": "r", "token_type": "Bearer",
                         "expires_in": 300}
                        """.formatted(accessToken, idToken))));
    }

    private static JwtClaimsBuilder claims(String subject, String audience) {
        return Jwt.issuer(url()).audience(audience).subject(subject).expiresIn(300);
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("k").sign(KEYS.getPrivate());
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var start = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
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
