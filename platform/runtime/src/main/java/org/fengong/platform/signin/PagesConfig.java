package org.fengong.platform.signin;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of the pages for people. */
@ConfigMapping(prefix = "fengong.pages")
public interface PagesConfig {
    /**
     * The pages' client at the identity provider; with it, browsers are sent there to sign in. Without it, a page needs a
     * bearer token or, in the profile local, a one-time address.
     */
    Optional<String> clientId();

    /** Its secret, of 32 characters at least: it also encrypts the cookie, so all replicas need the same. */
    Optional<String> clientSecret();
}
