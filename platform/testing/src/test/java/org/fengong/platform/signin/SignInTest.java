package org.fengong.platform.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign-in by a one-time address. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
class SignInTest {
    private static final String COOKIE = "platform-test-pages";
    private static final String PAGE = "/pages/look";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final UUID member = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();

    @Inject
    EntityManager entityManager;

    @Inject
    PageSessions sessions;

    @Inject
    Flyway flyway;

    private static RequestSpecification browser() {
        return given().redirects().follow(false).accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private String ticket() {
        return TestTokens.ticket(MINUTE, member, team);
    }

    private static Response open(String ticket, String page) {
        return given().redirects()
                .follow(false)
                .queryParam("ticket", ticket)
                .queryParam("to", page)
                .get("/pages/sign-in");
    }

    private String signedIn() {
        var answer = open(ticket(), PAGE);
        answer.then().statusCode(303);
        return answer.cookie(COOKIE);
    }

    private long sessionsOf(UUID of) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from page_session where claims ->> 'member' = :member")
                        .setParameter("member", of.toString())
                        .getSingleResult())
                .longValue();
    }

    private void endedBefore(String ago) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update page_session set expires_at = now() - cast(:ago as interval)"
                                + " where claims ->> 'member' = :member")
                        .setParameter("ago", ago)
                        .setParameter("member", member.toString())
                        .executeUpdate());
    }

    @Test
    void leadsToThePageWithACookieThatPagesAloneGet() {
        var answer = open(ticket(), PAGE + "?lang=zh-TW");

        answer.then().statusCode(303).header("Location", endsWith(PAGE + "?lang=zh-TW"));
        var cookie = answer.detailedCookie(COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/pages");
        assertThat(cookie.getMaxAge()).isEqualTo(8 * 3600);
        assertThat(cookie.isSecured()).as("over plain http").isFalse();
    }

    @Test
    void isWhomTheTicketNames() {
        var cookie = signedIn();

        given().cookie(COOKIE, cookie)
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(equalTo("lead-%s, member %s, teams %s".formatted(member, member, team)));
        given().cookie(COOKIE, cookie).get(PAGE + "/for-admins").then().statusCode(403);
    }

    @Test
    void keepsTheHashOfTheCookieAlone() {
        var cookie = signedIn();

        List<?> rows = entityManager
                .createNativeQuery("select cast(s as text) from page_session s where claims ->> 'member' = :member")
                .setParameter("member", member.toString())
                .getResultList();

        assertThat(rows).singleElement().asString().doesNotContain(cookie);
    }

    @Test
    void opensOnce() {
        var ticket = ticket();
        open(ticket, PAGE).then().statusCode(303);

        assertRefused(409, "ticket-used", () -> open(ticket, PAGE));
    }

    @Test
    void letsOneOfManyAtOnceIn() throws Exception {
        var ticket = ticket();
        Callable<Response> use = () -> open(ticket, PAGE);

        var answers = Together.send(Collections.nCopies(8, use));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 303))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(7);
        assertThat(sessionsOf(member)).isEqualTo(1);
    }

    @Test
    void refusesATicketThatIsOldForgedOrOfAnotherPurpose() {
        for (var wrong : new String[] {
            TestTokens.ticket(Duration.ofSeconds(-1), member, team),
            // a stolen ticket shall be worth little, whoever signed it
            TestTokens.ticket(Duration.ofHours(1), member, team),
            TestTokens.lead(member),
            TestTokens.sign("https://fengong.local", "another-audience", "x", member, "lead"),
            TestTokens.sign("https://somebody-else", "fengong-pages-ticket", "x", member, "lead"),
            ticket().replaceAll("[^.]+$", "bm90LWEtc2lnbmF0dXJl"),
            "not-a-ticket"
        }) {
            assertRefused(401, "ticket-invalid", () -> open(wrong, PAGE));
        }
        assertThat(sessionsOf(member)).isZero();
    }

    @Test
    void isNoBearerToken() {
        for (var path : new String[] {PAGE, "/api/v1/look"}) {
            assertRefused(
                    401,
                    "unauthenticated",
                    () -> given().auth().oauth2(ticket()).get(path));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/pages/look",
                "//evil.example/pages/look",
                "/\\evil.example",
                "/pages/\\evil.example",
                "/pages//evil.example",
                "/pages/../api/v1/look",
                "/pages/look/..",
                "/pages/%2e%2e/api",
                "/pages/look\r\nSet-Cookie: a=b",
                "/pages/look?lang=en&x=1",
                "/pages",
                "/api/v1/look",
                "look",
                ""
            })
    void leadsToPagesOfThisServiceAlone(String to) {
        var ticket = ticket();

        assertRefused(400, "invalid-request", "to", () -> open(ticket, to));

        open(ticket, PAGE).then().statusCode(303);
    }

    @Test
    void opensNothingButPagesForReaders() {
        var cookie = signedIn();

        assertRefused(
                401, "unauthenticated", () -> given().cookie(COOKIE, cookie).get("/api/v1/look"));
        assertRefused(
                401, "unauthenticated", () -> given().cookie(COOKIE, cookie).post(PAGE));
        assertRefused(
                400,
                "ambiguous-path",
                () -> given().urlEncodingEnabled(false).cookie(COOKIE, cookie).get("/pages/%2e%2e/api/v1/look"));
    }

    @Test
    void givesWayToABearerToken() {
        given().cookie(COOKIE, signedIn())
                .auth()
                .oauth2(TestTokens.viewer())
                .get(PAGE)
                .then()
                .body(containsString("a-viewer"));
        given().cookie(COOKIE, "of-nobody")
                .auth()
                .oauth2(TestTokens.viewer())
                .get(PAGE)
                .then()
                .statusCode(200);
    }

    @Test
    void endsWithItsTime() {
        var cookie = signedIn();

        endedBefore("1 second");

        assertRefused(
                401, "unauthenticated", () -> given().cookie(COOKIE, cookie).get(PAGE));
    }

    @Test
    void endsByASignOut() {
        var ticket = ticket();
        var cookie = open(ticket, PAGE).cookie(COOKIE);

        var answer = browser().cookie(COOKIE, cookie).get("/pages/sign-out");

        answer.then().statusCode(200).body(containsString("You are signed out"));
        assertThat(answer.detailedCookie(COOKIE).getMaxAge()).isZero();
        assertRefused(
                401, "unauthenticated", () -> given().cookie(COOKIE, cookie).get(PAGE));
        assertRefused(409, "ticket-used", () -> open(ticket, PAGE));
    }

    @Test
    void isForgottenWhenItsTicketCannotBeUsedAnyMore() {
        signedIn();
        endedBefore("50 minutes");
        sessions.forgetOld();
        assertThat(sessionsOf(member)).isEqualTo(1);

        endedBefore("61 minutes");
        sessions.forgetOld();

        assertThat(sessionsOf(member)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"en, You are not signed in", "zh-TW, 您尚未登入", "'zh-CN,en;q=0.5', 您尚未登录"})
    void tellsABrowserInItsLanguageHowToSignIn(String language, String heading) {
        browser()
                .header("Accept-Language", language)
                .get(PAGE)
                .then()
                .statusCode(401)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString(heading))
                .body(containsString("./fengong open board --team KEY"))
                .body(not(containsString("/pages/sign-out")));
    }

    @Test
    void tellsABrowserInTheLanguageOfTheAddress() {
        browser().get(PAGE + "?lang=zh-TW").then().header("Content-Language", is("zh-TW"));
        browser().get(PAGE + "?lang=xx").then().statusCode(401).header("Content-Language", is("en"));
    }

    @Test
    void tellsABrowserWhyAPageIsNotShown() {
        var ticket = ticket();
        open(ticket, PAGE);

        browser()
                .queryParam("ticket", ticket)
                .queryParam("to", PAGE)
                .get("/pages/sign-in")
                .then()
                .statusCode(409)
                .body(containsString("This address has been used"));
        browser()
                .queryParam("ticket", "x")
                .queryParam("to", PAGE)
                .get("/pages/sign-in")
                .then()
                .statusCode(401)
                .body(containsString("This address does not sign you in"));
        browser()
                .cookie(COOKIE, signedIn())
                .get(PAGE + "/for-admins")
                .then()
                .statusCode(403)
                .body(containsString("This page is not for you"));
        browser()
                .cookie(COOKIE, signedIn())
                .get("/pages/nothing")
                .then()
                .statusCode(404)
                .body(containsString("There is no such page"));
    }

    @Test
    void anUpgradedDatabaseGetsItsTable() {
        var schema = "upgraded_" + UUID.randomUUID().toString().substring(0, 8);
        var later = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(schema)
                .load();
        later.migrate();
        QuarkusTransaction.requiringNew().run(() -> {
            entityManager
                    .createNativeQuery("drop table %s.page_session".formatted(schema))
                    .executeUpdate();
            entityManager
                    .createNativeQuery("delete from %s.flyway_schema_history where version = '0.3'".formatted(schema))
                    .executeUpdate();
        });

        assertThat(later.migrate().migrations).extracting(done -> done.version).containsExactly("0.3");
    }
}
