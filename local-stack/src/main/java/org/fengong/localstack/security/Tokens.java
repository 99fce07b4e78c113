package org.fengong.localstack.security;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs bearer tokens, and tickets for the pages, as the local issuer. */
public final class Tokens {
    public static final String ISSUER = "https://fengong.local";
    public static final String AUDIENCE = "fengong";
    private static final String PAGES_AUDIENCE = "fengong-pages-ticket";

    private final IssuerKeys keys;

    public Tokens(IssuerKeys keys) {
        this.keys = keys;
    }

    /**
     * A token of the subject with these roles; valid for an hour unless told otherwise.
     *
     * @param roles of admin, lead, member, viewer, service
     */
    public Draft to(String subject, String... roles) {
        return new Draft(subject, List.of(roles));
    }

    /** A token before it is signed. */
    public final class Draft {
        private final JwtClaims claims = new JwtClaims();
        private Duration lifetime = Duration.ofHours(1);

        private Draft(String subject, List<String> roles) {
            claims.setIssuer(ISSUER);
            claims.setAudience(AUDIENCE);
            claims.setSubject(subject);
            claims.setStringClaim("upn", subject);
            claims.setStringListClaim("groups", roles);
            claims.setGeneratedJwtId();
        }

        /** The member whose token it is. */
        public Draft member(UUID memberId) {
            claims.setStringClaim("member", memberId.toString());
            return this;
        }

        /** Narrows the token to these teams; it never widens what the roles allow. */
        public Draft teams(Collection<UUID> teamIds) {
            claims.setStringListClaim(
                    "teams", teamIds.stream().map(UUID::toString).toList());
            return this;
        }

        /** Makes it a ticket, which signs a browser in to the pages and is no bearer token. */
        public Draft forPages() {
            claims.setAudience(PAGES_AUDIENCE);
            return this;
        }

        /** Counted from the signature on, by system time: business time does not age tokens. */
        public Draft validFor(Duration lifetime) {
            this.lifetime = lifetime;
            return this;
        }

        public String sign() {
            var now = NumericDate.now();
            claims.setIssuedAt(now);
            claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + lifetime.toSeconds()));
            var signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            signature.setHeader("typ", "JWT");
            signature.setKey(keys.privateKey());
            signature.setPayload(claims.toJson());
            try {
                return signature.getCompactSerialization();
            } catch (JoseException e) {
                throw new IllegalStateException("The token cannot be signed", e);
            }
        }
    }
}
