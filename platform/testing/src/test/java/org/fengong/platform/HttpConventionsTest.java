package org.fengong.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conventions that every service inherits from the platform. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
class HttpConventionsTest {
    private static final String NOTES = "/api/v1/notes";

    private static RequestSpecification admin() {
        return given().auth().oauth2(TestTokens.admin()).contentType(ContentType.JSON);
    }

    private static String newKey() {
        return UUID.randomUUID().toString().substring(0, 18);
    }

    private static Response create(String key) {
        return admin().body("{\"key\":\"%s\",\"stars\":3}".formatted(key)).post(NOTES);
    }

    @Test
    void answersACreationWithLocationEtagAndTrace() {
        create(newKey())
                .then()
                .statusCode(201)
                .header("Location", containsString(NOTES))
                .header("ETag", containsString("1."))
                .header("X-Trace-Id", notNullValue())
                .header("X-Content-Type-Options", is("nosniff"));
    }

    @Test
    void takesTheTraceOfTheCaller() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        admin().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get(NOTES + "/" + UUID.randomUUID() + "?x=1")
                .then()
                .statusCode(400)
                .body("traceId", equalTo(trace));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"key\":\"a\",\"stars\":3,\"colour\":\"red\"} | colour       | unknown field",
                "{\"key\":\"a\",\"stars\":\"3\"}                | stars        | whole number",
                "{\"key\":\"a\",\"stars\":3.5}                  | stars        | whole number",
                "{\"key\":7,\"stars\":3}                        | key          | text",
                "{\"key\":\"a\\u0000\",\"stars\":3}              | key          | text",
                "{\"key\":\"a\\ud83d\",\"stars\":3}              | key          | text",
                "{\"key\":\"a\",\"stars\":6}                    | stars        | less than or equal to 5",
                "{\"key\":\"a\"}                                | stars        | required",
            })
    void namesTheFieldThatIsWrong(String body, String field, String message) {
        var before = OutboxRows.count();

        admin().body(body)
                .post(NOTES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:fengong:problem:invalid-request"))
                .body("violations.field", hasItem(field))
                .body("violations.in", hasItem("body"))
                .body("violations.message", hasItem(containsString(message)));

        assertThat(OutboxRows.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"key\":", "", "[]", "null", "{\"key\":\"a\",\"stars\":3} x"})
    void answers400ToWhatIsNoProperBody(String body) {
        admin().body(body)
                .post(NOTES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc, limit",
        "limit=0, limit",
        "limit=101, limit",
        "colour=red, colour",
        "sort=colour, sort",
        "cursor=xyz, cursor",
        "week=2026-W60, week",
        "prefix=%00, prefix"
    })
    void answers400ToAQueryThatItDoesNotUnderstand(String query, String field) {
        admin().urlEncodingEnabled(false)
                .get(NOTES + "?" + query)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field))
                .body("violations.in", hasItem("query"));
    }

    @Test
    void answers401WithAProblemWhenTheTokenIsMissingOrForeign() {
        given().get(NOTES)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", is("Bearer"))
                .header("X-Content-Type-Options", is("nosniff"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:fengong:problem:unauthenticated"));
        for (var token : List.of(
                TestTokens.sign("https://somebody-else", "fengong", "x", null, "admin"),
                TestTokens.sign("https://fengong.local", "another-audience", "x", null, "admin"),
                "not-a-token")) {
            given().auth()
                    .oauth2(token)
                    .get(NOTES)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:fengong:problem:unauthenticated"));
        }
    }

    @Test
    void answers403WhenTheRoleIsNotEnough() {
        given().auth()
                .oauth2(TestTokens.viewer())
                .contentType(ContentType.JSON)
                .body("{\"key\":\"a\",\"stars\":3}")
                .post(NOTES)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:fengong:problem:forbidden"));
    }

    @Test
    void answersAProblemForEveryOtherHttpError() {
        admin().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        admin().get(NOTES + "/not-an-id").then().statusCode(404).contentType("application/problem+json");
        admin().delete(NOTES).then().statusCode(405).contentType("application/problem+json");
        given().auth()
                .oauth2(TestTokens.admin())
                .accept("image/png")
                .get(NOTES)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(TestTokens.admin())
                .contentType("text/plain")
                .body("x")
                .post(NOTES)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void tellsNothingOfItsInsidesWhenItFails() {
        admin().get(NOTES + "/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:fengong:problem:internal-error"))
                .body("traceId", notNullValue())
                .body(not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/notes;x=1",
                "/api/v1/notes%3Bx",
                "/api//v1/notes",
                "/api/v1/%2e%2e/notes",
                "/api/v1/notes%2F1"
            })
    void refusesAmbiguousPaths(String path) throws Exception {
        // a client that sends the path as it is
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                                .header("Authorization", "Bearer " + TestTokens.admin())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:fengong:problem:ambiguous-path");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        admin().body("{\"key\":\"%s\"}".formatted("x".repeat(1_100_000)))
                .post(NOTES)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:fengong:problem:request-too-large"));
    }

    @Test
    void answers409WhenAKeyIsTaken() {
        var key = newKey();
        create(key).then().statusCode(201);

        create(key).then().statusCode(409).body("type", equalTo("urn:fengong:problem:note-key-taken"));
    }

    @Test
    void asksForIfMatchAndRefusesAnOldVersion() {
        var created = create(newKey());
        String id = created.path("id");
        var tag = created.header("ETag");
        var patch = admin().contentType("application/merge-patch+json").body("{\"stars\":5}");

        patch.patch(NOTES + "/" + id).then().statusCode(428);
        patch.header("If-Match", tag)
                .patch(NOTES + "/" + id)
                .then()
                .statusCode(200)
                .body("stars", is(5))
                .body("version", is(2));
        patch.patch(NOTES + "/" + id)
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:fengong:problem:stale-version"))
                .body("currentVersion", is(2));
    }

    @Test
    void validatesWhatAPatchMakes() {
        var created = create(newKey());
        String id = created.path("id");
        for (var wrong :
                List.of("{}", "{\"stars\":9}", "{\"colour\":1}", "{\"key\":null}", "[]", "{\"stars\":\"5\"}")) {
            admin().contentType("application/merge-patch+json")
                    .header("If-Match", created.header("ETag"))
                    .body(wrong)
                    .patch(NOTES + "/" + id)
                    .then()
                    .statusCode(400)
                    .body("violations", hasSize(1));
        }
    }

    @Test
    void answers304ToTheTagItGave() {
        var created = create(newKey());
        String id = created.path("id");

        admin().header("If-None-Match", created.header("ETag"))
                .get(NOTES + "/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void pagesThroughAListWithoutGapOrRepetition() {
        var prefix = newKey().substring(0, 8);
        IntStream.range(0, 7).forEach(i -> create(prefix + i).then().statusCode(201));
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = admin().queryParam("prefix", prefix).queryParam("sort", "-stars,key");
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .queryParam("limit", 3)
                    .get(NOTES);
            seen.addAll(page.path("items.key"));
            cursor = page.path("next");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 7).mapToObj(i -> prefix + i).toList());
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var prefix = newKey().substring(0, 8);
        IntStream.range(0, 2).forEach(i -> create(prefix + i).then().statusCode(201));
        String cursor = admin().queryParam("prefix", prefix)
                .queryParam("limit", 1)
                .get(NOTES)
                .path("next");

        admin().queryParam("prefix", "other")
                .queryParam("cursor", cursor)
                .get(NOTES)
                .then()
                .statusCode(400);
    }

    @Test
    void repeatsTheAnswerOfACommandWithTheSameKey() {
        var body = "{\"key\":\"%s\",\"stars\":3}".formatted(newKey());
        var retried = admin().header("Idempotency-Key", newKey()).body(body);

        var first = retried.post(NOTES);
        var second = retried.post(NOTES);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(OutboxRows.of(UUID.fromString(first.path("id")))).hasSize(1);
    }

    @Test
    void refusesAKeyThatComesWithAnotherBody() {
        var idempotencyKey = newKey();
        admin().header("Idempotency-Key", idempotencyKey)
                .body("{\"key\":\"%s\",\"stars\":3}".formatted(newKey()))
                .post(NOTES)
                .then()
                .statusCode(201);

        admin().header("Idempotency-Key", idempotencyKey)
                .body("{\"key\":\"%s\",\"stars\":4}".formatted(newKey()))
                .post(NOTES)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:fengong:problem:idempotency-key-reused"));
    }

    @Test
    void remembersNoRefusal() {
        var idempotencyKey = newKey();
        var taken = newKey();
        create(taken).then().statusCode(201);
        var retried =
                admin().header("Idempotency-Key", idempotencyKey).body("{\"key\":\"%s\",\"stars\":3}".formatted(taken));

        retried.post(NOTES).then().statusCode(409);
        retried.post(NOTES).then().statusCode(409).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void hasOneEffectWhenTheSameCommandComesManyTimesAtOnce() throws Exception {
        var body = "{\"key\":\"%s\",\"stars\":3}".formatted(newKey());
        var idempotencyKey = newKey();

        var answers = together(
                16,
                () -> admin().header("Idempotency-Key", idempotencyKey)
                        .body(body)
                        .post(NOTES));

        assertThat(answers).allMatch(a -> a.statusCode() == 201 || a.statusCode() == 409);
        var ids = answers.stream()
                .filter(a -> a.statusCode() == 201)
                .map(a -> a.<String>path("id"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(OutboxRows.of(UUID.fromString(ids.get(0)))).hasSize(1);
    }

    @Test
    void letsOneOfManyWritersWin() throws Exception {
        var created = create(newKey());
        String id = created.path("id");

        var answers = together(
                32,
                () -> admin().contentType("application/merge-patch+json")
                        .header("If-Match", created.header("ETag"))
                        .body("{\"stars\":4}")
                        .patch(NOTES + "/" + id));

        assertThat(answers.stream().map(Response::statusCode)).containsOnly(200, 412);
        assertThat(answers.stream().filter(a -> a.statusCode() == 200)).hasSize(1);
        assertThat(OutboxRows.of(UUID.fromString(id))).hasSize(2);
    }

    private static List<Response> together(int writers, Callable<Response> request) throws Exception {
        var pool = Executors.newFixedThreadPool(writers);
        try {
            var answers = new ArrayList<Response>();
            for (var future : pool.invokeAll(java.util.Collections.nCopies(writers, request))) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
