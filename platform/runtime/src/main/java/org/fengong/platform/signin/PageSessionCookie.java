package org.fengong.platform.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie of a session. Ports of one machine share their cookies (RFC 6265, section 8.5), so each service has its own
 * name.
 */
@ApplicationScoped
class PageSessionCookie {
    private final String name;

    PageSessionCookie(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.name = service + "-pages";
    }

    String name() {
        return name;
    }

    NewCookie holding(String secret, boolean secure) {
        return cookie(secret, (int) PageSessions.LIFETIME.toSeconds(), secure);
    }

    /** Makes the browser forget it. */
    NewCookie none(boolean secure) {
        return cookie("", 0, secure);
    }

    private NewCookie cookie(String value, int maxAgeSeconds, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/pages")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(secure)
                .build();
    }
}
