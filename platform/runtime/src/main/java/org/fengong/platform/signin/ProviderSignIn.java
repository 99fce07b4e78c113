package org.fengong.platform.signin;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Sends browsers to the identity provider that also issues the bearer tokens (OpenID Connect Core 1.0, section 3.1, the
 * authorisation code flow), where the pages have a client there. The tenant differs from that of bearer tokens in what is
 * said here.
 */
@ApplicationScoped
class ProviderSignIn {
    /** A tenant is also chosen by a path that has its name in it, so this is no word of a path. */
    static final String TENANT = "pages-at-the-provider";

    void create(@Observes Oidc oidc, OidcConfig config, PagesConfig pages) {
        pages.clientId().ifPresent(client -> oidc.create(tenant(config, client, pages)));
    }

    private static OidcTenantConfig tenant(OidcConfig config, String client, PagesConfig pages) {
        var bearer = config.namedTenants().get(OidcConfig.DEFAULT_TENANT_KEY);
        var tenant = OidcTenantConfig.builder(bearer)
                .tenantId(TENANT)
                .tenantPaths("/pages/*")
                // a bearer token still opens a page
                .applicationType(ApplicationType.HYBRID)
                .clientId(client);
        pages.clientSecret().ifPresent(tenant::credentials);
        return tenant.roles()
                // the access token is what the API would take; see AccessTokenIdentity for the other claims
                .source(Source.accesstoken)
                .end()
                .token()
                // of ID tokens; AccessTokenIdentity wants that of bearer tokens
                .audience(client)
                .refreshExpired()
                .end()
                .authentication()
                .pkceRequired()
                .nonceRequired()
                .redirectPath(SignInResource.RETURN_PATH)
                .restorePathAfterRedirect()
                .cookiePath("/pages")
                .cookieForceSecure()
                // Strict would not come back from the provider: the way back begins at another site
                .cookieSameSite(CookieSameSite.LAX)
                .sessionAgeExtension(PageSessions.LIFETIME)
                .end()
                .logout()
                .path(SignInResource.SIGN_OUT_PATH)
                .end()
                .build();
    }
}
