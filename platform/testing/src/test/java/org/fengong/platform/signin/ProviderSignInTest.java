package org.fengong.platform.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** The sign-in at an identity provider. */
@QuarkusTest
@TestProfile(ProviderSignInTest.WithProvider.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
class ProviderSignInTest {
    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(IdentityProvider.class));
        }
    }

    private static final String PAGE = "/pages/look";

    private final UUID member = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();

    private static RequestSpecification browser() {
        return given().redirects().follow(false).urlEncodingEnabled(false).accept("text/html,*/*;q=0.8");
    }

    private static Map<String, String> query(Response redirect) {
        return Arrays.stream(
                        URI.create(redirect.header("Location")).getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    /** Comes back from the provider with a code for that access token. */
    private Response comesBack(String accessToken) {
        var sent = browser().get(PAGE + "?lang=zh-TW");
        var code = UUID.randomUUID().toString();
        IdentityProvider.gives(code, query(sent).get("nonce"), accessToken);
        return browser()
                .cookies(sent.detailedCookies())
                .get("/pages/signed-in?code=" + code + "&state=" + query(sent).get("state"));
    }

    private Cookies signedIn() {
        return new Cookies(
                comesBack(IdentityProvider.accessToken(member, team, "fengong")).detailedCookies().asList().stream()
                        .filter(cookie -> !cookie.getValue().isEmpty())
                        .toList());
    }

    @Test
    void sendsABrowserToTheProvider() {
        var sent = browser().get(PAGE);

        sent.then().statusCode(302).header("Location", startsWith(IdentityProvider.url() + "/authorize?"));
        assertThat(query(sent))
                .containsEntry("client_id", IdentityProvider.CLIENT)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:%d/pages/signed-in".formatted(RestAssured.port))
                .containsKeys("state", "nonce", "code_challenge");
    }

    @Test
    void leadsBackToThePageWithACookieThatPagesAloneGet() {
        var answer = comesBack(IdentityProvider.accessToken(member, team, "fengong"));

        answer.then().statusCode(302).header("Location", containsString(PAGE + "?lang=zh-TW"));
        assertThat(answer.detailedCookies().asList())
                .filteredOn(cookie -> !cookie.getValue().isEmpty())
                .isNotEmpty()
                .allMatch(Cookie::isHttpOnly)
                .allMatch(Cookie::isSecured)
                .allMatch(cookie -> "Lax".equals(cookie.getSameSite()))
                .allMatch(cookie -> "/pages".equals(cookie.getPath()));
    }

    @Test
    void isWhomTheAccessTokenNames() {
        browser()
                .cookies(signedIn())
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(equalTo("a-lead, member %s, teams %s".formatted(member, team)));
    }

    @Test
    void opensNothingButPagesForReaders() {
        var session = signedIn();

        assertRefused(401, "unauthenticated", () -> given().cookies(session).get("/api/v1/look"));
        assertRefused(401, "unauthenticated", () -> given().cookies(session).post(PAGE));
        assertThat(given().cookies(session).get("/api/v1/pages-at-the-provider").statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesAnAccessTokenThatIsNotForFengong() {
        var answer = comesBack(IdentityProvider.accessToken(member, team, IdentityProvider.CLIENT));

        answer.then().statusCode(401).body(containsString("You were not signed in"));
        assertThat(answer.detailedCookies().asList().stream()
                        .filter(c -> !c.getValue().isEmpty()))
                .isEmpty();
    }

    @Test
    void saysThatTheProviderSaidNo() {
        var sent = browser().get(PAGE);

        browser()
                .cookies(sent.detailedCookies())
                .get("/pages/signed-in?error=access_denied&state=" + query(sent).get("state"))
                .then()
                .statusCode(401)
                .body(containsString("You were not signed in"));
        browser().get("/pages/signed-in").then().statusCode(401);
    }

    @Test
    void takesABearerTokenAsBefore() {
        var token = IdentityProvider.accessToken(member, team, "fengong");

        for (var path : List.of(PAGE, "/api/v1/look")) {
            given().auth().oauth2(token).get(path).then().statusCode(200);
            for (var audience : List.of("another", IdentityProvider.CLIENT)) {
                assertRefused(
                        401,
                        "unauthenticated",
                        () -> given().auth()
                                .oauth2(IdentityProvider.accessToken(member, team, audience))
                                .get(path));
            }
        }
    }

    @Test
    void signsOutAtTheProvider() {
        var answer = browser().cookies(signedIn()).get("/pages/sign-out");

        answer.then().statusCode(302).header("Location", startsWith(IdentityProvider.url() + "/sign-out?"));
        assertThat(answer.detailedCookies().asList()).isNotEmpty().allMatch(c -> c.getMaxAge() == 0);
    }

    @Test
    void takesNoOneTimeAddress() {
        assertRefused(
                404,
                "not-found",
                () -> given().queryParam("ticket", TestTokens.ticket(Duration.ofMinutes(1), member))
                        .queryParam("to", PAGE)
                        .get("/pages/sign-in"));
    }
}
