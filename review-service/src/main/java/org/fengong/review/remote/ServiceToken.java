package org.fengong.review.remote;

import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;

/** This service's own bearer token. */
@ApplicationScoped
public class ServiceToken {
    private static final Logger LOG = Logger.getLogger(ServiceToken.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RemoteConfig config;
    private final Instance<OidcClient> oidcClient;

    ServiceToken(RemoteConfig config, Instance<OidcClient> oidcClient) {
        this.config = config;
        this.oidcClient = oidcClient;
    }

    /**
     * The header Authorization.
     *
     * @throws ServiceTokenMissingException when there is none to be had
     */
    public String authorization() {
        return "Bearer " + config.tokenFile().map(ServiceToken::ofFile).orElseGet(this::ofIdentityProvider);
    }

    private static String ofFile(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw missing("The token file of fengong.allocation.token-file cannot be read", e);
        }
    }

    private String ofIdentityProvider() {
        try {
            return oidcClient.get().getTokens().await().atMost(PATIENCE).getAccessToken();
        } catch (RuntimeException e) {
            throw missing("The identity provider gave no token", e);
        }
    }

    private static ServiceTokenMissingException missing(String message, Exception cause) {
        LOG.errorf("%s: %s", message, cause);
        return new ServiceTokenMissingException(message, cause);
    }
}
