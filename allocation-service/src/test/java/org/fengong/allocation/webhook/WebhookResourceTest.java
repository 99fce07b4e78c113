package org.fengong.allocation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.as;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks by the API; nothing is sent. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
@QuarkusTestResource(ReceiverPort.class)
class WebhookResourceTest {
    static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String READ = WEBHOOKS + "/{id}";
    private static final String TYPE = "fengong.allocation.task-assigned.v1";
    private static final String PUBLIC = "https://hooks.example.com/fengong";

    @Inject
    WebhookRepository webhooks;

    /** The names of the tests; literal addresses are what they are. */
    static class Names extends HostNames {
        private static final Map<String, List<String>> NAMES = Map.of(
                "hooks.example.com", List.of("93.184.215.14", "2606:2800:21f:cb07::1"),
                "inside.example.com", List.of("10.1.2.3"),
                "both.example.com", List.of("93.184.215.14", "127.0.0.1"),
                "metadata.example.com", List.of("169.254.169.254"),
                "localhost", List.of("127.0.0.1", "::1"));

        @Override
        InetAddress[] addresses(String host) throws UnknownHostException {
            if (host.matches("[0-9.]+|\\[.*")) {
                return InetAddress.getAllByName(host);
            }
            var known = NAMES.get(host);
            if (known == null) {
                throw new UnknownHostException(host);
            }
            var addresses = new InetAddress[known.size()];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = InetAddress.getByName(known.get(i));
            }
            return addresses;
        }
    }

    @BeforeEach
    void knowNamesAndNoWebhooks() {
        QuarkusMock.installMockForType(new Names(), HostNames.class);
        QuarkusTransaction.requiringNew().run(webhooks::deleteAll);
    }

    private static String webhook(String url) {
        return """
                {"url": "%s", "eventTypes": ["%s"]}""".formatted(url.replace("\\", "\\\\"), TYPE);
    }

    private static Response create(String body) {
        return as(TestTokens.admin()).body(body).post(WEBHOOKS);
    }

    private static Response created() {
        var answer = create(webhook(PUBLIC));
        answer.then().statusCode(201);
        return answer;
    }

    private static Response patch(Response webhook, String patch) {
        return as(TestTokens.admin())
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", webhook.header("ETag"))
                .body(patch)
                .patch(READ, webhook.<String>path("id"));
    }

    private static void assertNothingIsStored() {
        as(TestTokens.admin()).get(WEBHOOKS).then().body("items", empty());
    }

    @Test
    void showsTheSecretOnce() {
        var webhook = created();
        var id = webhook.<String>path("id");

        webhook.then()
                .header("Location", endsWith(WEBHOOKS + "/" + id))
                .body("url", is(PUBLIC))
                .body("eventTypes", contains(TYPE))
                .body("active", is(true))
                .body("createdBy", is("an-admin"))
                .body("version", is(1));
        var secret = webhook.<String>path("secret");
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSizeGreaterThanOrEqualTo(24);
        as(TestTokens.service())
                .get(READ, id)
                .then()
                .statusCode(200)
                .body("url", is(PUBLIC))
                .body("secret", nullValue());
        as(TestTokens.admin())
                .get(WEBHOOKS)
                .then()
                .body("items.id", contains(id))
                .body("items[0].secret", nullValue());
        patch(webhook, "{\"active\": false}").then().statusCode(200).body("secret", nullValue());
    }

    @Test
    void rotatesTheSecret() {
        var webhook = created();

        var rotated = as(TestTokens.admin()).post(READ + "/rotate-secret", webhook.<String>path("id"));

        rotated.then().statusCode(200).body("version", is(2)).body("secret", not(is(webhook.<String>path("secret"))));
        as(TestTokens.admin()).get(READ, webhook.<String>path("id")).then().body("secret", nullValue());
    }

    @Test
    void changesAndDeletesAWebhook() {
        var webhook = created();
        var id = webhook.<String>path("id");
        var team = KnownFacts.ofTeam();

        var changed = patch(webhook, "{\"teamId\": \"%s\", \"active\": false}".formatted(team.teamId));

        changed.then()
                .statusCode(200)
                .body("teamId", is(team.teamId.toString()))
                .body("active", is(false))
                .body("version", is(2));
        as(TestTokens.admin()).queryParam("active", true).get(WEBHOOKS).then().body("items", empty());
        as(TestTokens.admin())
                .queryParam("teamId", team.teamId)
                .get(WEBHOOKS)
                .then()
                .body("items.id", contains(id));
        assertRefused(
                412,
                "stale-version",
                () -> as(TestTokens.admin())
                        .header("If-Match", webhook.header("ETag"))
                        .delete(READ, id));
        assertRefused(428, "if-match-required", () -> as(TestTokens.admin()).delete(READ, id));
        as(TestTokens.admin())
                .header("If-Match", changed.header("ETag"))
                .delete(READ, id)
                .then()
                .statusCode(204);
        assertRefused(404, "webhook-not-found", () -> as(TestTokens.admin()).get(READ, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.0.0.1:8443/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.01/",
                "https://１２７.0.0.1/",
                "https://127.0.0.1./",
                "https://0.0.0.0/",
                "https://0/",
                "https://10.0.0.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[fc00::1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25lo]/",
                "https://[ff02::1]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://inside.example.com/",
                "https://both.example.com/",
                "https://metadata.example.com/",
                "https://unknown.example.com/",
                "https://user:secret@hooks.example.com/",
                "https://user@hooks.example.com/",
                "https://hooks.example.com@127.0.0.1/",
                "https://hooks.example.com:99999/",
                "https://hooks.example.com\\@127.0.0.1/",
                "http://hooks.example.com/",
                "http://localhost:1/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:25/",
                "mailto:ann@example.com",
                "//hooks.example.com/",
                "hooks.example.com",
                "https://",
                "https:///path",
                "https://hooks example.com/"
            })
    void refusesATargetThatIsNotPublicHttps(String url) {
        assertRefused(422, "webhook-target-refused", "url", () -> create(webhook(url)));

        assertNothingIsStored();
        var webhook = created();
        assertRefused(422, "webhook-target-refused", "url", () -> patch(webhook, webhook(url)));
        as(TestTokens.admin())
                .get(READ, webhook.<String>path("id"))
                .then()
                .body("url", is(PUBLIC))
                .body("version", is(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                400 | invalid-request | url | {"eventTypes": ["fengong.allocation.task-assigned.v1"]}
                400 | invalid-request | url | {"url": " ", "eventTypes": ["fengong.allocation.task-assigned.v1"]}
                400 | invalid-request | eventTypes | {"url": "https://hooks.example.com"}
                400 | invalid-request | eventTypes | {"url": "https://hooks.example.com", "eventTypes": []}
                400 | invalid-request | secret | {"url": "https://hooks.example.com", "eventTypes": ["a"], "secret": "mine"}
                422 | unknown-event-type | eventTypes[1] | {"url": "https://hooks.example.com", "eventTypes": ["fengong.allocation.task-assigned.v1", "fengong.tasks.task-created.v1"]}
                422 | unknown-team | teamId | {"url": "https://hooks.example.com", "eventTypes": ["fengong.allocation.task-assigned.v1"], "teamId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f"}
                """)
    void refusesBadInput(int status, String slug, String field, String body) {
        assertRefused(status, slug, () -> create(body)).body("violations.field", hasItem(field));

        assertNothingIsStored();
    }

    @Test
    void isForAdministratorsAndServicesAlone() {
        for (var token : List.of(
                TestTokens.lead(UUID.randomUUID()), TestTokens.member(UUID.randomUUID()), TestTokens.viewer())) {
            assertRefused(
                    403, "forbidden", () -> as(token).body(webhook(PUBLIC)).post(WEBHOOKS));
            assertRefused(403, "forbidden", () -> as(token).get(WEBHOOKS));
        }
        assertNothingIsStored();
    }

    @Test
    void answersARepeatedCreationAsBefore() {
        var key = UUID.randomUUID().toString();
        var first = as(TestTokens.admin())
                .header("Idempotency-Key", key)
                .body(webhook(PUBLIC))
                .post(WEBHOOKS);

        var again = as(TestTokens.admin())
                .header("Idempotency-Key", key)
                .body(webhook(PUBLIC))
                .post(WEBHOOKS);

        again.then().statusCode(201).body("secret", is(first.<String>path("secret")));
        as(TestTokens.admin()).get(WEBHOOKS).then().body("items.id", contains(first.<String>path("id")));
    }
}
