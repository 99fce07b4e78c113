package org.fengong.review;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Stands in for allocation-service, and for the token that this service has for it. */
public class AllocationStandIn implements QuarkusTestResourceLifecycleManager {
    public static final WireMockServer SERVER = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .http2PlainDisabled(true)
            .extensions(new Observed()));

    private static volatile Runnable observer = () -> {};

    private static Path tokenFile;

    @Override
    public Map<String, String> start() {
        SERVER.start();
        try {
            tokenFile = Files.createTempFile("service", ".token");
            tokenFile.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        token("first-token");
        return Map.of(
                "fengong.allocation.url",
                SERVER.baseUrl(),
                "fengong.allocation.token-file",
                tokenFile.toString(),
                "quarkus.rest-client.allocation.read-timeout",
                "800");
    }

    /** Renews the token as whoever issues it would. */
    public static void token(String token) {
        try {
            Files.writeString(tokenFile, token + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs while a request waits for its answer. */
    public static void whileAnswering(Runnable look) {
        observer = look;
    }

    /** No answers, no requests, no observer. */
    public static void reset() {
        SERVER.resetAll();
        observer = () -> {};
    }

    /** Answers 202 with that plan. */
    public static void startsPlan(UUID planId) {
        SERVER.stubFor(post("/api/v1/plans")
                .willReturn(aResponse()
                        .withStatus(202)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("Location", SERVER.baseUrl() + "/api/v1/plans/" + planId)
                        .withBody("{\"id\": \"%s\", \"status\": \"SOLVING\", \"version\": 1}".formatted(planId))));
    }

    /** Answers 202 with one of two scenarios, by the member whom the role must go to. */
    public static void startsScenarios(UUID stays, UUID without, UUID moves, UUID with) {
        Map.of(stays, without, moves, with)
                .forEach((member, plan) -> SERVER.stubFor(post("/api/v1/plans")
                        .withRequestBody(matchingJsonPath("$.scenario", equalToJson("{}")))
                        .withRequestBody(matchingJsonPath("$.pins[0].memberId", equalTo(member.toString())))
                        .willReturn(json(202, "{\"id\": \"%s\", \"status\": \"SOLVING\"}".formatted(plan)))));
    }

    /** Answers 202 with that plan to whoever supposes that. */
    public static void startsScenario(String scenario, UUID plan) {
        SERVER.stubFor(post("/api/v1/plans")
                .withRequestBody(matchingJsonPath("$.scenario", equalToJson(scenario)))
                .willReturn(json(202, "{\"id\": \"%s\", \"status\": \"SOLVING\"}".formatted(plan))));
    }

    /** Answers that the plan is in that status. */
    public static void plan(UUID planId, String status) {
        SERVER.stubFor(get("/api/v1/plans/" + planId)
                .willReturn(json(200, "{\"id\": \"%s\", \"status\": \"%s\", \"value\": 7}".formatted(planId, status))));
    }

    /** Answers how a plan differs from another. */
    public static void compares(UUID planId, UUID with, String difference) {
        SERVER.stubFor(
                get("/api/v1/plans/" + planId + "/comparison?with=" + with).willReturn(json(200, difference)));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    /** Answers a problem. */
    public static void refuses(int status, String slug, String detail) {
        SERVER.stubFor(post("/api/v1/plans")
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withHeader("Retry-After", "7")
                        .withBody("""
                        {"type": "urn:fengong:problem:%s", "title": "No", "status": %d, "detail": "%s", "traceId": "x"}
                        """.formatted(slug, status, detail))));
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    private static final class Observed implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent request) {
            observer.run();
            return request.getResponseDefinition();
        }

        @Override
        public String getName() {
            return "observed";
        }
    }
}
