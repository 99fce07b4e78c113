package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.skill;
import static org.fengong.members.Company.teamLedBy;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What members want to learn (S1, S3). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class LearningWishesTest {
    private static final String WISHES = "/api/v1/members/{id}/learning-wishes";
    private static final String WISH = WISHES + "/{skillId}";

    private Thing ana;
    private Thing design;

    @BeforeEach
    void somebodyAndASkill() {
        ana = member();
        design = skill();
    }

    private Response wish(String token, UUID skillId, String body) {
        return as(token).header("If-Match", readMember(ana).etag()).body(body).put(WISH, ana.id(), skillId);
    }

    private Response wish(String body) {
        return wish(TestTokens.member(ana.id()), design.id(), body);
    }

    private Response takeBack(String token) {
        return as(token).header("If-Match", readMember(ana).etag()).delete(WISH, ana.id(), design.id());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Lisbon"));
    }

    @Test
    void isKeptWithTheMemberAndToldWithoutItsReason() {
        wish("{\"targetLevel\": 3, \"reason\": \"For the newsletter.\", \"until\": \"%s\"}".formatted(today()))
                .then()
                .statusCode(200)
                .body("learningWishes.skillId", contains(design.id().toString()))
                .body("learningWishes.targetLevel", contains(3))
                .body("learningWishes.reason", contains("For the newsletter."))
                .body("learningWishes.until", contains(today().toString()))
                .body("version", is(2));

        as(TestTokens.viewer())
                .get(WISHES, ana.id())
                .then()
                .statusCode(200)
                .body("memberId", equalTo(ana.id().toString()))
                .body("learningWishes.targetLevel", contains(3));
        var told = OutboxRows.of(ana.id()).get(1);
        assertThat(told.type()).isEqualTo("fengong.members.member-changed.v1");
        assertThat(told.data().at("/learningWishes/0/targetLevel").asInt()).isEqualTo(3);
        assertThat(told.data().at("/learningWishes/0/until").asText()).isEqualTo(today().toString());
        assertThat(told.data().toString()).doesNotContain("newsletter");
        EventContracts.assertFits(told.type(), told.data());
    }

    @Test
    void isReplacedByAnotherForTheSameSkillAndTakenBack() {
        wish("{\"targetLevel\": 2, \"reason\": \"For fun.\"}").then().statusCode(200);

        wish("{\"targetLevel\": 4}")
                .then()
                .body("learningWishes.targetLevel", contains(4))
                .body("learningWishes[0].reason", is((Object) null));
        takeBack(TestTokens.member(ana.id())).then().statusCode(200).body("learningWishes", empty());

        assertRefused(404, "learning-wish-not-found", () -> takeBack(TestTokens.member(ana.id())));
        assertThat(OutboxRows.of(ana.id())).hasSize(4);
    }

    @Test
    void isExportedAndInTheHistory() {
        wish("{\"targetLevel\": 3, \"reason\": \"For the newsletter.\"}").then().statusCode(200);

        as(TestTokens.member(ana.id()))
                .get("/api/v1/members/{id}/personal-data", ana.id())
                .then()
                .body("member.learningWishes.reason", contains("For the newsletter."))
                .body("history[0].changes.field", contains("learningWishes[0]"));
    }

    @Test
    void isSetByTheMemberAlone() {
        var lead = member();
        join(teamLedBy(lead), ana, 50, LocalDate.of(2026, 1, 5), null);
        var three = "{\"targetLevel\": 3}";

        for (var token : List.of(TestTokens.lead(lead.id()), TestTokens.member(lead.id()))) {
            assertRefused(404, "member-not-found", () -> wish(token, design.id(), three));
            assertRefused(404, "member-not-found", () -> takeBack(token));
        }
        assertRefused(403, "forbidden", () -> wish(TestTokens.viewer(), design.id(), three));
        wish(TestTokens.admin(), design.id(), three).then().statusCode(200);
    }

    @Test
    void reachesHigherThanTheMemberIs() {
        admin(readMember(ana))
                .body("{\"level\": 3}")
                .put("/api/v1/members/{id}/skills/{skillId}", ana.id(), design.id())
                .then()
                .statusCode(200);

        assertRefused(422, "learning-target-reached", "targetLevel", () -> wish("{\"targetLevel\": 3}"));
        wish("{\"targetLevel\": 4}").then().statusCode(200);
    }

    @Test
    void isNotOverBeforeItBegins() {
        assertRefused(
                422,
                "learning-wish-over",
                "until",
                () -> wish("{\"targetLevel\": 3, \"until\": \"%s\"}".formatted(today().minusDays(1))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; targetLevel",
                "{\"targetLevel\": 0}; targetLevel",
                "{\"targetLevel\": 6}; targetLevel",
                "{\"targetLevel\": 3, \"until\": \"soon\"}; until",
                "{\"targetLevel\": 3, \"mood\": \"fine\"}; mood",
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        assertRefused(400, "invalid-request", field, () -> wish(body));
    }

    @Test
    void refusesAReasonThatIsTooLong() {
        assertRefused(
                400,
                "invalid-request",
                "reason",
                () -> wish("{\"targetLevel\": 3, \"reason\": \"%s\"}".formatted("x".repeat(301))));
    }

    @Test
    void wantsASkillThatIsThere() {
        var merged = skill();
        admin().body("{\"into\": \"%s\"}".formatted(design.id()))
                .post("/api/v1/skills/{id}/merge", merged.id())
                .then()
                .statusCode(200);
        var self = TestTokens.member(ana.id());

        assertRefused(404, "skill-not-found", () -> wish(self, UUID.randomUUID(), "{\"targetLevel\": 3}"));
        assertRefused(409, "skill-merged", () -> wish(self, merged.id(), "{\"targetLevel\": 3}"));
    }

    @Test
    void takesFiftyWishesAndNoMore() {
        for (int i = 0; i < LearningWish.MAX_WISHES; i++) {
            wish(TestTokens.member(ana.id()), skill().id(), "{\"targetLevel\": 1}")
                    .then()
                    .statusCode(200);
        }

        assertRefused(422, "too-many-learning-wishes", () -> wish("{\"targetLevel\": 1}"));
        readMember(ana).answer().then().body("learningWishes", hasSize(LearningWish.MAX_WISHES));
    }

    @Test
    void losesNoneOfTwoThatCollide() throws Exception {
        var other = skill();
        var read = readMember(ana);

        var answers = Together.send(List.of(
                () -> admin(read).body("{\"targetLevel\": 2}").put(WISH, ana.id(), design.id()),
                () -> admin(read).body("{\"targetLevel\": 2}").put(WISH, ana.id(), other.id())));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        readMember(ana).answer().then().body("learningWishes", hasSize(1)).body("version", is(2));
        assertRefused(
                428,
                "if-match-required",
                () -> admin().body("{\"targetLevel\": 2}").put(WISH, ana.id(), design.id()));
    }
}
