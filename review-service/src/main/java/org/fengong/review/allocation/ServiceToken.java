package org.fengong.review.allocation;

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
class ServiceToken {
    private static final Logger LOG = Logger.getLogger(ServiceToken.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AllocationConfig config;
    private final Instance<OidcClient> oidcClient;

    ServiceToken(AllocationConfig config, Instance<OidcClient> oidcClient) {
        this.config = config;
        this.oidcClient = oidcClient;
    }

    /** @throws AllocationUnavailableException when there is none to be had */
    String authorization() {
        return "Bearer " + config.tokenFile().map(this::ofFile).orElseGet(this::ofIdentityProvider);
    }

    private String ofFile(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            LOG.errorf("The token file of fengong.allocation.token-file cannot be read: %s", e);
            throw new AllocationUnavailableException(null);
        }
    }

    private String ofIdentityProvider() {
        try {
            return oidcClient.get().getTokens().await().atMost(PATIENCE).getAccessToken();
        } catch (RuntimeException e) {
            LOG.errorf("The identity provider gave no token for allocation-service: %s", e);
            throw new AllocationUnavailableException(null);
        }
    }
}
