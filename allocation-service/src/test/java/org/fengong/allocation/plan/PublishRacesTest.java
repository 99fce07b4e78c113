package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.assignment.StoredLoads;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** What happens at the same moment ends as if it had happened one after the other. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class PublishRacesTest {
    private static final int ROUNDS = 6;
    private static final int CAPACITY_MINUTES = 2400;

    private final KnownFacts team = KnownFacts.ofTeam();

    @BeforeEach
    void monday() {
        Planning.itIsMonday();
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }

    /** Tasks of the other team that ask for the first team's skill. */
    private UUID taskOf(KnownFacts other, int minutes) {
        return other.task(
                minutes, WEEK, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("skillId", team.skillId.toString()));
    }

    @RepeatedTest(ROUNDS)
    void oneOfTwoTeamsGetsTheMemberThatBothNeed() throws Exception {
        var ann = team.member("Ann", 3);
        var other = KnownFacts.ofTeam();
        other.shares(team, ann, 100);
        for (int i = 0; i < 3; i++) {
            team.task(700, WEEK);
            taskOf(other, 800);
        }
        var one = draft(team, 1);
        var two = draft(other, 1);

        var answers = Together.send(List.of(() -> publish(team, one), () -> publish(other, two)));

        assertThat(statuses(answers)).containsExactly(200, 409);
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(loser -> {
            assertThat(loser.<String>path("type")).endsWith("capacity-exceeded");
            assertThat(loser.<List<String>>path("weeks.memberId")).containsExactly(ann.toString());
            assertThat(loser.<List<String>>path("weeks.week")).containsExactly(WEEK.toString());
        });
        assertThat(StoredLoads.of(ann))
                .allSatisfy(row -> assertThat(row.loadMinutes()).isBetween(0, CAPACITY_MINUTES));
        StoredLoads.assertAddUp(ann);
    }

    @RepeatedTest(ROUNDS)
    void twoTeamsThatShareMembersInEveryOrderDoNotBlockEachOther() throws Exception {
        var other = KnownFacts.ofTeam();
        var members = new java.util.ArrayList<UUID>();
        for (int i = 0; i < 4; i++) {
            var member = team.member("Member " + i, 3);
            other.shares(team, member, 100);
            members.add(member);
            team.task(1100, WEEK);
            taskOf(other, 1100);
        }
        var one = draft(team, 2);
        var two = draft(other, 2);

        var answers = Together.send(List.of(() -> publish(team, one), () -> publish(other, two)));

        assertThat(statuses(answers)).doesNotContain(500).contains(200);
        members.forEach(member -> {
            assertThat(StoredLoads.of(member))
                    .allSatisfy(row -> assertThat(row.loadMinutes()).isBetween(0, CAPACITY_MINUTES));
            StoredLoads.assertAddUp(member);
        });
    }

    @RepeatedTest(ROUNDS)
    void onePlanIsPublishedOnceHoweverManyAsk() throws Exception {
        var ann = team.member("Ann", 3);
        var task = team.task(600, WEEK);
        var plan = draft(team, 1);

        var answers = Together.send(Collections.nCopies(4, () -> publish(team, plan)));

        assertThat(statuses(answers)).containsExactly(200, 409, 409, 409);
        answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .forEach(loser -> assertThat(loser.<String>path("type")).endsWith("plan-status"));
        assertThat(OutboxRows.of(task)).hasSize(1);
        StoredLoads.assertAddUp(ann);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoPlansOfATeamOneIsPublished() throws Exception {
        team.member("Ann", 3);
        team.task(600, WEEK);
        var one = draft(team, 1);
        var two = draft(team, 1);

        var answers = Together.send(List.of(() -> publish(team, one), () -> publish(team, two)));

        assertThat(statuses(answers)).containsExactly(200, 409);
    }

    @RepeatedTest(ROUNDS)
    void aPlanIsEitherPublishedOrCancelled() throws Exception {
        team.member("Ann", 3);
        team.task(600, WEEK);
        var plan = draft(team, 1);

        var answers = Together.send(
                List.of(() -> publish(team, plan), () -> leadOf(team).post(PLANS + "/{id}/cancel", plan)));

        assertThat(statuses(answers)).containsExactly(200, 409);
        var published = answers.get(0).statusCode() == 200;
        assertThat(Planning.read(plan).<String>path("status")).isEqualTo(published ? "PUBLISHED" : "CANCELLED");
    }
}
