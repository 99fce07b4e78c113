package org.fengong.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
    @Test
    void isNotReadyBeforeABrokerWasReachedAndNamesKafka() {
        var health = new KafkaHealth(Map.of("bootstrap.servers", "127.0.0.1:1"));

        var response = health.call();
        health.close();

        assertThat(response.getName()).isEqualTo("kafka");
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(data(response)).containsEntry("reachable", false).containsKeys("failure", "meanwhile");
    }

    @Test
    void isNotReadyBeforeTheIdentityProviderWasReachedAndNamesIt() {
        var response = new IdentityProviderHealth(Optional.of("http://127.0.0.1:1/realms/fengong/")).call();

        assertThat(response.getName()).isEqualTo("identity-provider");
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void staysReadyWhenWhatItHasReachedGoesAwayAndTellsSo() throws Exception {
        var provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.createContext("/realms/fengong/.well-known/openid-configuration", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        provider.start();
        var health = new IdentityProviderHealth(
                Optional.of("http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/fengong"));
        assertThat(data(health.call())).containsEntry("reachable", true);

        provider.stop(0);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(data(health.call())).containsEntry("reachable", false));
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void asksForNoProviderWhereALocalKeySigns() {
        var response = new IdentityProviderHealth(Optional.empty()).call();

        assertThat(response.getStatus()).isEqualTo(Status.UP);
        assertThat(data(response)).containsEntry("local-key", true);
    }

    private static Map<String, Object> data(HealthCheckResponse response) {
        return response.getData().orElseThrow();
    }
}
