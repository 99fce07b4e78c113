package org.fengong.review.remote;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where allocation-service is and how this service identifies itself to it, and to tasks-service as well. */
@ConfigMapping(prefix = "fengong.allocation")
public interface RemoteConfig {
    /** Base URL of allocation-service. */
    URI url();

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
