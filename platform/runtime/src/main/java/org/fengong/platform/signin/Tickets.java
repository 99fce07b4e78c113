package org.fengong.platform.signin;

import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * The tickets in one-time addresses: JWTs (RFC 7519) of the local issuer with the claims of the bearer token that they stand
 * for, but an audience of their own, so that neither is taken for the other. There are none without a local key, which only
 * the profile {@code local} may trust.
 */
@ApplicationScoped
class Tickets {
    private static final String AUDIENCE = "fengong-pages-ticket";
    private static final int LONGEST_MINUTES = 2;

    private final Optional<String> publicKey;
    private final Optional<String> issuer;

    Tickets(
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> publicKey,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer) {
        this.publicKey = publicKey;
        this.issuer = issuer;
    }

    /** True where one-time addresses are taken. */
    boolean areTaken() {
        return publicKey.isPresent();
    }

    /**
     * @throws NotFoundException where none are taken
     * @throws ProblemException for one that is forged, expired or of another purpose
     */
    JwtClaims verify(String ticket) {
        var key = publicKey.orElseThrow(NotFoundException::new);
        try {
            var consumer = new JwtConsumerBuilder()
                    .setVerificationKey(KeyUtils.decodePublicKey(key))
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                    .setExpectedIssuer(true, issuer.orElseThrow())
                    .setExpectedAudience(AUDIENCE)
                    .setRequireSubject()
                    .setRequireJwtId()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(LONGEST_MINUTES)
                    .build();
            return consumer.processToClaims(ticket);
        } catch (InvalidJwtException e) {
            throw new ProblemException(
                    ProblemKind.UNAUTHENTICATED,
                    "ticket-invalid",
                    "The address is not valid, or older than a minute. Print a new one with ./fengong open.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("quarkus.oidc.public-key holds no key", e);
        }
    }
}
