package org.fengong.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the identity provider answers; always up where a local key signs the tokens. */
@Readiness
@ApplicationScoped
class IdentityProviderHealth implements HealthCheck {
    private static final String NAME = "identity-provider";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Optional<Reachability> reachability;

    IdentityProviderHealth(@ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> server) {
        reachability = server.map(url -> URI.create(url.replaceAll("/+$", "") + "/.well-known/openid-configuration"))
                .map(discovery -> new Reachability(
                        NAME, "Tokens signed with the keys that are known are still accepted.", () -> ask(discovery)));
    }

    @Override
    public HealthCheckResponse call() {
        return reachability
                .map(Reachability::check)
                .orElseGet(() -> HealthCheckResponse.named(NAME)
                        .up()
                        .withData("local-key", true)
                        .build());
    }

    private int ask(URI discovery) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(discovery).timeout(PATIENCE).build();
        var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException(discovery + " answers " + status);
        }
        return status;
    }
}
