package org.fengong.platform.signin;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Whoever signed in at the provider is whom the access token names, with its {@code member} and {@code teams}: an ID token
 * need not have them, and one without {@code teams} would not be narrowed. The tenant lets tokens for the pages' client pass,
 * since ID tokens are; what counts here is that the API would take the access token.
 */
@ApplicationScoped
class AccessTokenIdentity implements SecurityIdentityAugmentor {
    private final List<String> audience;

    AccessTokenIdentity(OidcConfig config) {
        this.audience = config.namedTenants()
                .get(OidcConfig.DEFAULT_TENANT_KEY)
                .token()
                .audience()
                .orElse(List.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!ProviderSignIn.TENANT.equals(identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE))) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(() -> QuarkusSecurityIdentity.builder(identity)
                        .setPrincipal(new DefaultJWTCallerPrincipal(
                                claims(identity.getCredential(AccessTokenCredential.class))))
                        .build());
    }

    /** Quarkus has verified the signature, since roles come from this token. */
    private JwtClaims claims(AccessTokenCredential access) {
        try {
            var claims = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(access.getToken());
            if (Collections.disjoint(claims.getAudience(), audience)) {
                throw new AuthenticationCompletionException("The access token is for " + claims.getAudience());
            }
            return claims;
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new AuthenticationCompletionException("The access token is no JWT", e);
        }
    }
}
