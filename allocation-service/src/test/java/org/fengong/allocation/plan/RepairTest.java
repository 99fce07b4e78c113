package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.assignments;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fengong.allocation.Planning;
import org.fengong.allocation.assignment.StoredLoads;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot wait for a review: news hits what is planned, and a draft mends it (P5). */
@QuarkusTest
@TestProfile(RepairTest.WithRepairs.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class RepairTest {
    public static class WithRepairs implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fengong.planning.repairs", "true", "fengong.planning.repair-window", "300ms");
        }
    }

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @Inject
    Repairs repairs;

    @Inject
    EntityManager entityManager;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
    }

    private Response marked() {
        return leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("atRisk", true)
                .get("/api/v1/assignments");
    }

    private List<String> proposals(String status) {
        return as(TestTokens.admin())
                .queryParam("teamId", team.teamId)
                .queryParam("status", status)
                .get(PLANS)
                .path("items.findAll { it.cause != null }.id");
    }

    /** The one draft that nobody asked for. */
    private UUID proposed() {
        await().atMost(Duration.ofSeconds(20)).until(() -> proposals("DRAFT").size() == 1);
        return UUID.fromString(proposals("DRAFT").get(0));
    }

    @Test
    void anAbsenceMarksWhatItHitsAndADraftMovesNothingElse() {
        var hit = team.task(
                1000,
                WEEK.plusWeeks(1),
                t -> t.put("earliestStart", Weeks.monday(WEEK.plusWeeks(1)).toString()));
        var spared = team.task(1000, WEEK);
        published(team, 4);
        var ben = team.member("Ben", 5); // would be the better one for both
        marked().then().statusCode(200).body("items", empty());

        team.isAway(ann, WEEK.plusWeeks(1));

        marked().then()
                .body("items.taskId", contains(hit.toString()))
                .body("items[0].atRisk", is(true))
                .body("items[0].conflicts.cause", contains("ABSENCE"))
                .body("items[0].conflicts[0].minutes", is(1000))
                .body(
                        "items[0].conflicts[0].weeks.week",
                        contains(WEEK.plusWeeks(1).toString()))
                .body("items[0].conflicts[0].since", notNullValue());
        var draft = proposed();
        Planning.read(draft)
                .then()
                .body("cause.kinds", contains("ABSENCE"))
                .body("cause.memberIds", contains(ann.toString()))
                .body("requestedBy", is("allocation-service"));
        assignments(draft)
                .then()
                .body("assigned.find { it.taskId == '%s' }.memberId".formatted(hit), is(ben.toString()))
                .body("assigned.find { it.taskId == '%s' }.memberId".formatted(spared), is(ann.toString()))
                .body("assigned.find { it.taskId == '%s' }.fixed".formatted(spared), is(true));
        assertThat(OutboxRows.of(draft)).singleElement().satisfies(row -> {
            EventContracts.assertFits(row.type(), row.data());
            assertThat(row.data().at("/cause/kinds/0").asText()).isEqualTo("ABSENCE");
            assertThat(row.data().path("actor").isMissingNode()).isTrue();
        });
        var before = assignmentsOf(spared).<String>path("items[0].id");

        publish(team, draft).then().statusCode(200);

        assignmentsOf(hit)
                .then()
                .body("items.memberId", containsInAnyOrder(ann.toString(), ben.toString()))
                .body("items.findAll { it.status == 'ACTIVE' }.memberId", contains(ben.toString()));
        assignmentsOf(spared).then().body("items.id", contains(before)).body("items[0].version", is(1));
        marked().then().body("items", empty());
        StoredLoads.assertAddUp(ann);
        StoredLoads.assertAddUp(ben);
    }

    @Test
    void aLostLevelMarksTheRoleAndGivesEvenBegunWorkToAnother() {
        var task = team.task(1000, WEEK);
        published(team, 2);
        team.logs(task, ann, 100);
        var ben = team.member("Ben", 2);

        team.holds(ann, 1);

        marked().then().body("items.conflicts.flatten().cause", contains("LEVEL_LOST"));
        var draft = proposed();
        assignments(draft).then().body("assigned.memberId", contains(ben.toString()));
        publish(team, draft).then().statusCode(200);
        marked().then().body("items", empty());
    }

    @Test
    void aDepartureMarksOnlyTheWeeksAfterIt() {
        var task = team.task(4000, WEEK.plusWeeks(1), t -> ((ObjectNode) t.at("/roles/0")).put("spanWeeks", 2));
        published(team, 4);
        var ben = team.member("Ben", 2);

        team.leavesTeam(ann, Weeks.sunday(WEEK));

        marked().then()
                .body("items.taskId", contains(task.toString()))
                .body("items[0].conflicts.cause", contains("LEFT_TEAM"))
                .body("items[0].conflicts[0].minutes", is(2000));
        assignments(proposed()).then().body("assigned.memberId", contains(ben.toString()));
    }

    @Test
    void whatADeactivatedMemberLeavesIsOfferedAgain() {
        var task = team.task(1000, WEEK);
        published(team, 2);
        var ben = team.member("Ben", 2);

        team.leaves(ann, Weeks.monday(WEEK));

        assignmentsOf(task).then().body("items.cause", contains("MEMBER_LEFT"));
        var draft = proposed();
        Planning.read(draft).then().body("cause.kinds", contains("MEMBER_LEFT"));
        assignments(draft).then().body("assigned.memberId", contains(ben.toString()));
    }

    @Test
    void freedTimeIsOfferedToRolesThatNobodyHas() {
        var first = team.task(2400, WEEK);
        var second = team.task(2000, WEEK, t -> t.put("importance", 1));
        published(team, 1);
        var assignedFirst = !assignmentsOf(first).<List<String>>path("items.id").isEmpty();
        var standing = assignedFirst ? first : second;
        var open = assignedFirst ? second : first;

        team.cancels(standing);

        var draft = proposed();
        Planning.read(draft).then().body("cause.kinds", contains("TIME_FREED"));
        assignments(draft).then().body("assigned.taskId", contains(open.toString()));
    }

    /** A role of so high a level that nobody gets it. */
    private UUID taskOfLevel(int level) {
        return team.task(1000, WEEK, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", level));
    }

    /** Once the news has been looked at: no plan was made of it, or none that proposes anything. */
    private void assertNothingProposed() {
        await().atMost(Duration.ofSeconds(20)).until(() -> waitingNews() == 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> proposals("SOLVING").isEmpty());
        assertThat(proposals("DRAFT")).isEmpty();
    }

    private int waitingNews() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select count(*) from team_repair where team_id = :team")
                                .setParameter("team", team.teamId)
                                .getSingleResult())
                        .intValue());
    }

    @Test
    void aNewLevelIsOfferedToTheRoleThatNobodyCouldHave() {
        var open = taskOfLevel(5);
        published(team, 2);
        assignmentsOf(open).then().body("items", empty());

        team.holds(ann, 5);

        var draft = proposed();
        Planning.read(draft)
                .then()
                .body("cause.kinds", contains("LEVEL_GAINED"))
                .body("cause.memberIds", contains(ann.toString()));
        assertThat(OutboxRows.of(draft))
                .singleElement()
                .satisfies(row -> EventContracts.assertFits(row.type(), row.data()));
        publish(team, draft).then().statusCode(200);
        assignmentsOf(open).then().body("items.memberId", contains(ann.toString()));
    }

    @Test
    void whoJoinsTheTeamIsOfferedToTheRoleThatNobodyCouldHave() {
        var open = taskOfLevel(5);
        published(team, 2);
        var elsewhere = KnownFacts.ofTeam();
        var zoe = elsewhere.member("Zoe", 3);
        elsewhere.holdsToo(zoe, team.skillId, 5);

        team.shares(elsewhere, zoe, 50);

        var draft = proposed();
        Planning.read(draft)
                .then()
                .body("cause.kinds", contains("MEMBER_JOINED"))
                .body("cause.memberIds", contains(zoe.toString()));
        assignments(draft)
                .then()
                .body("assigned.find { it.taskId == '%s' }.memberId".formatted(open), is(zoe.toString()));
    }

    @Test
    void whoIsBackIsOfferedToTheRoleThatNobodyHas() {
        team.isAway(ann, WEEK);
        var open = team.task(1000, WEEK);
        published(team, 1);
        assignmentsOf(open).then().body("items", empty());

        team.isBack(ann);

        var draft = proposed();
        Planning.read(draft).then().body("cause.kinds", contains("TIME_FREED"));
        assignments(draft).then().body("assigned.memberId", contains(ann.toString()));
    }

    @Test
    void gainsOfOneMomentMakeOneDraft() {
        taskOfLevel(5);
        published(team, 2);
        var elsewhere = KnownFacts.ofTeam();
        var zoe = elsewhere.member("Zoe", 3);
        elsewhere.holdsToo(zoe, team.skillId, 5);

        team.holds(ann, 4);
        team.holds(ann, 5);
        team.shares(elsewhere, zoe, 50);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Planning.read(proposed()).<List<String>>path("cause.kinds"))
                        .contains("LEVEL_GAINED", "MEMBER_JOINED"));
        IntStream.range(0, 3).forEach(i -> repairs.sweep());
        assertThat(proposals("DRAFT")).hasSize(1);
    }

    @Test
    void aGainMakesNoDraftWhereEveryRoleHasSomebody() {
        team.task(1000, WEEK);
        published(team, 2);

        team.holds(ann, 5);

        assertNothingProposed();
        assertThat(proposals("CANCELLED")).as("not even asked of the engine").isEmpty();
    }

    @Test
    void aNewLevelThatServesNoOpenRoleMakesNoDraft() {
        var other = team.skill("Photography");
        taskOfLevel(5);
        published(team, 2);

        team.holds(ann, 4);
        team.holdsToo(ann, other, 5);

        assertNothingProposed();
        assertThat(proposals("CANCELLED")).as("not even asked of the engine").isEmpty();
    }

    @Test
    void aNewLevelOfSomebodyWithoutTimeMakesNoDraft() {
        var full = team.task(2400, WEEK);
        taskOfLevel(5);
        published(team, 1);
        assignmentsOf(full).then().body("items", hasSize(1));

        team.holds(ann, 5);

        assertNothingProposed();
    }

    @Test
    void theMarkAndTheDraftGoWhenTheMemberIsBack() {
        team.task(1000, WEEK);
        published(team, 2);
        team.isAway(ann, WEEK);
        var draft = proposed();

        team.isBack(ann);

        marked().then().body("items", empty());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Planning.read(draft).path("status").equals("CANCELLED"));
        assertThat(proposals("DRAFT")).isEmpty();
        assertThat(proposals("SOLVING")).isEmpty();
    }

    @Test
    void whatALeadDecidedAgainstCapacityIsNoConflict() {
        team.task(2000, WEEK);
        var other = team.task(2000, WEEK.plusWeeks(1));
        var plan = published(team, 2);
        leadOf(team)
                .body("{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\"}"
                        .formatted(team.roleOf(other), ann, WEEK))
                .post(PLANS + "/{id}/override", plan)
                .then()
                .statusCode(200);

        team.isInterestedInSkill(ann, 1);

        marked().then().body("items", empty());
    }

    @Test
    void manyNewsAtOnceMakeOneDraftThatKnowsThemAll() throws Exception {
        var ben = team.member("Ben", 3);
        var members = List.of(ann, ben);
        for (int i = 0; i < 4; i++) {
            team.task(1000, WEEK);
        }
        published(team, 3);

        Together.send(List.of(() -> away(ann), () -> away(ben)));

        var draft = proposed();
        assertThat(Planning.read(draft).<List<String>>path("cause.memberIds"))
                .containsExactlyInAnyOrderElementsOf(
                        members.stream().map(UUID::toString).toList());
        assertThat(marked().<List<String>>path("items.id")).hasSize(4);
        // as often as the sweep may run
        IntStream.range(0, 3).forEach(i -> repairs.sweep());
        assertThat(proposals("DRAFT")).containsExactly(draft.toString());
        assertThat(proposals("CANCELLED")).isEmpty();
    }

    private Response away(UUID member) {
        team.isAway(member, WEEK);
        return marked();
    }

    @Test
    void aDraftIsStaleWhenTheRoleItGivesAwayWasGivenByTheLead() {
        var open = team.task(1000, WEEK, t -> t.put("importance", 1));
        var task = team.task(2000, WEEK);
        var plan = published(team, 1);
        assignmentsOf(open).then().body("items", empty());
        assignmentsOf(task).then().body("items", hasSize(1));
        var ben = team.member("Ben", 3);
        team.member("Cem", 3);
        team.isAway(ann, WEEK);
        var draft = proposed();
        assignments(draft).then().body("assigned.taskId", hasItem(open.toString()));
        leadOf(team)
                .body("{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\", \"pinned\": false}"
                        .formatted(team.roleOf(open), ben, WEEK))
                .post(PLANS + "/{id}/override", plan)
                .then()
                .statusCode(200);

        assertRefused(409, "plan-stale", () -> publish(team, draft));
    }

    @Test
    void theDraftGoesWhenTheLeadPublishesAnother() {
        team.task(1000, WEEK);
        published(team, 2);
        team.isAway(ann, WEEK);
        var draft = proposed();

        published(team, 2);

        assertThat(Planning.read(draft).<String>path("status")).isEqualTo("CANCELLED");
        marked().then().body("items", empty());
    }
}
