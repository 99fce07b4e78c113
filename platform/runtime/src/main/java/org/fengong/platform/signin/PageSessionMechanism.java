package org.fengong.platform.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;

/** Gives the cookie of a session the identity that a bearer token with the same claims has. A bearer token goes first. */
@ApplicationScoped
class PageSessionMechanism implements HttpAuthenticationMechanism {
    private final PageSessionCookie cookie;

    PageSessionMechanism(PageSessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var held = context.request().getCookie(cookie.name());
        if (held == null || context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            return Uni.createFrom().nullItem();
        }
        return providers
                .authenticate(new Secret(held.getValue()))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    /** What is to be done is told by others. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Secret.class);
    }

    static final class Secret extends BaseAuthenticationRequest {
        private final String value;

        Secret(String value) {
            this.value = value;
        }
    }

    @ApplicationScoped
    static class Provider implements IdentityProvider<Secret> {
        private final PageSessions sessions;

        Provider(PageSessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public Class<Secret> getRequestType() {
            return Secret.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(Secret secret, AuthenticationRequestContext context) {
            return context.runBlocking(() -> sessions.find(secret.value)
                    .map(Provider::identity)
                    .orElseThrow(() -> new AuthenticationFailedException("The session has ended")));
        }

        private static SecurityIdentity identity(JwtClaims claims) {
            var principal = new DefaultJWTCallerPrincipal(claims);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(principal)
                    .addRoles(principal.getGroups())
                    .build();
        }
    }
}
