package org.fengong.platform.security;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers tokens that were found good: to verify one costs more than to read a task. A token is good until it ends, yet
 * it is verified anew after a minute, so that a key which the issuer has taken back serves no longer than that.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
    static final Duration LIFETIME = Duration.ofMinutes(1);
    static final int MOST = 1_000;

    private record Verified(SecurityIdentity identity, Instant until) {}

    private final OidcIdentityProvider oidc;
    private final Map<String, Verified> byToken = new ConcurrentHashMap<>();

    VerifiedTokens(OidcIdentityProvider oidc) {
        this.oidc = oidc;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return SYSTEM_FIRST + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof AccessTokenCredential)) {
            return oidc.authenticate(request, context);
        }
        var token = request.getToken().getToken();
        var known = find(token, Instant.now());
        return known.isPresent()
                ? Uni.createFrom().item(known.get())
                : oidc.authenticate(request, context).invoke(identity -> keep(token, identity, Instant.now()));
    }

    Optional<SecurityIdentity> find(String token, Instant now) {
        return Optional.ofNullable(byToken.get(token))
                .filter(verified -> now.isBefore(verified.until()))
                .map(Verified::identity);
    }

    /** One that is bound to a key is not kept: whoever sends it proves each time to have the key. */
    void keep(String token, SecurityIdentity identity, Instant now) {
        if (identity != null
                && identity.getPrincipal() instanceof JsonWebToken jwt
                && !jwt.containsClaim("cnf")) { // RFC 7800, section 3.1
            if (byToken.size() >= MOST) {
                byToken.clear();
            }
            var end = Instant.ofEpochSecond(jwt.getExpirationTime());
            var again = now.plus(LIFETIME);
            byToken.put(token, new Verified(withoutRequest(identity), end.isBefore(again) ? end : again));
        }
    }

    /** The attributes hold the request that brought the token. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }
}
