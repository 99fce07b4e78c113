package org.fengong.review.remote;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How this service identifies itself to the others; the names are of when it called allocation-service alone. */
@ConfigMapping(prefix = "fengong.allocation")
public interface ServiceTokenConfig {
    /**
     * File with a bearer token of the role service, read again for each request so that it can be renewed. Without it
     * the token comes from the identity provider by client credentials.
     */
    Optional<Path> tokenFile();

    /** This service's name at the identity provider. */
    String clientId();

    /** Its secret there. */
    Optional<String> clientSecret();
}
