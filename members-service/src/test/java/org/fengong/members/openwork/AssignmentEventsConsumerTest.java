package org.fengong.members.openwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.teamLedBy;
import static org.fengong.members.openwork.TaskAssignments.ASSIGNED;
import static org.fengong.members.openwork.TaskAssignments.UNASSIGNED;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.messaging.MalformedEventException;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.ReceivedEvent;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a member has to do still is known before the member leaves. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class AssignmentEventsConsumerTest {
    private static final String MEMBER = "/api/v1/members/{id}";

    @Inject
    AssignmentEventsConsumer consumer;

    @Inject
    EntityManager entityManager;

    private final UUID task = UUID.randomUUID();
    private Thing ana;
    private Thing ben;

    @BeforeEach
    void twoMembers() {
        ana = member();
        ben = member();
    }

    /** The published example, with its first assignment for Ana and its second for Ben. */
    private ObjectNode assigned(long version) {
        var event = ReceivedEvent.example(ASSIGNED)
                .put("taskId", task.toString())
                .put("assignmentVersion", version)
                .put("version", version);
        var standing = event.path("assignments");
        var members = List.of(ana, ben);
        for (int i = 0; i < standing.size(); i++) {
            ((ObjectNode) standing.get(i))
                    .put("assignmentId", UUID.randomUUID().toString())
                    .put("memberId", members.get(i).id().toString());
        }
        return event;
    }

    private ObjectNode unassigned(long version) {
        var event = assigned(version);
        event.putArray("assignments");
        return event;
    }

    private void receive(String type, ObjectNode event) {
        consumer.receive(ReceivedEvent.of(type, event));
    }

    private static ValidatableResponse openWork(Thing member) {
        return admin().get(MEMBER + "/open-work", member.id()).then().statusCode(200);
    }

    private long rows() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createQuery("select count(a) from OpenAssignment a where a.taskId = :task", Long.class)
                        .setParameter("task", task)
                        .getSingleResult());
    }

    @Test
    void listsTaskRoleMinutesAndWeeksOfThePublishedExample() {
        receive(ASSIGNED, assigned(1));

        openWork(ana)
                .body("memberId", is(ana.id().toString()))
                .body("openWork.taskId", contains(task.toString()))
                .body("openWork.roleId", contains("01a207be-9a00-74fc-91e1-2a5d101a32ec"))
                .body("openWork.minutes", contains(1080))
                .body("openWork[0].weeks.week", contains("2026-W49", "2026-W50"))
                .body("openWork[0].weeks.minutes", contains(600, 480));
        openWork(ben).body("openWork.minutes", contains(240));
    }

    @Test
    void takesTheExampleOfWhoLostARole() {
        var example =
                ReceivedEvent.example(UNASSIGNED).put("taskId", task.toString()).put("assignmentVersion", 2);
        ((ObjectNode) example.at("/assignments/0")).put("memberId", ana.id().toString());
        receive(ASSIGNED, assigned(1));

        receive(UNASSIGNED, example);

        openWork(ana).body("openWork", hasSize(1));
        openWork(ben).body("openWork", empty());
    }

    @Test
    void listsTheWorkOfSeveralTasks() {
        receive(ASSIGNED, assigned(1));
        receive(ASSIGNED, assigned(1).put("taskId", UUID.randomUUID().toString()));

        openWork(ana).body("openWork.minutes", contains(1080, 1080));
    }

    @Test
    void ignoresARepeatedAndAnOlderEvent() {
        var eventId = UUID.randomUUID();
        consumer.receive(ReceivedEvent.of(eventId, ASSIGNED, assigned(5)));

        consumer.receive(ReceivedEvent.of(eventId, UNASSIGNED, unassigned(6)));
        receive(UNASSIGNED, unassigned(5));
        receive(UNASSIGNED, unassigned(4));

        openWork(ana).body("openWork", hasSize(1));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void isNotBroughtBackByWhatIsOlderThanItsEnd() {
        receive(UNASSIGNED, unassigned(3));

        receive(ASSIGNED, assigned(2));

        openWork(ana).body("openWork", empty());
        receive(ASSIGNED, assigned(4));
        openWork(ana).body("openWork", hasSize(1));
    }

    @Test
    void leavesOutWhoIsNoMember() {
        var event = assigned(1);
        ((ObjectNode) event.at("/assignments/0"))
                .put("memberId", UUID.randomUUID().toString());

        receive(ASSIGNED, event);

        openWork(ben).body("openWork", hasSize(1));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void isInTheAnswerOfTheDeactivation() {
        receive(ASSIGNED, assigned(1));
        receive(ASSIGNED, assigned(1).put("taskId", UUID.randomUUID().toString()));

        var answer = admin().post(MEMBER + "/deactivate", ana.id());

        answer.then()
                .statusCode(200)
                .body("id", is(ana.id().toString()))
                .body("active", is(false))
                .body("openWork", hasSize(2))
                .body("openWork.taskId", hasItem(task.toString()))
                .body("openWork.minutes", contains(1080, 1080))
                .body("openWork[0].weeks.minutes", contains(600, 480));
        assertThat(answer.header("ETag")).startsWith("\"2.");
        admin().post(MEMBER + "/deactivate", ben.id()).then().body("openWork", hasSize(2));
        admin().post(MEMBER + "/deactivate", member().id()).then().body("openWork", empty());
    }

    @Test
    void isExportedAndGoesWithTheMember() {
        receive(ASSIGNED, assigned(1));
        as(TestTokens.member(ana.id()))
                .get(MEMBER + "/personal-data", ana.id())
                .then()
                .statusCode(200)
                .body("openWork.minutes", contains(1080));
        admin().post(MEMBER + "/deactivate", ana.id()).then().statusCode(200);

        admin(readMember(ana)).delete(MEMBER, ana.id()).then().statusCode(204);

        assertThat(rows()).isEqualTo(1);
        receive(ASSIGNED, assigned(2));
        assertThat(rows()).isEqualTo(1);
        assertRefused(404, "member-not-found", () -> admin().get(MEMBER + "/open-work", ana.id()));
    }

    @Test
    void leavesNoRowWhenTheMemberIsErasedAtTheSameTime() throws Exception {
        receive(ASSIGNED, assigned(1));
        admin().post(MEMBER + "/deactivate", ana.id()).then().statusCode(200);
        var read = readMember(ana);

        var answers = Together.send(List.of(() -> admin(read).delete(MEMBER, ana.id()), () -> {
            receive(ASSIGNED, assigned(2));
            return openWork(ben).extract().response();
        }));

        assertThat(answers.get(0).statusCode()).isEqualTo(204);
        assertThat(rows()).isEqualTo(1);
        openWork(ben).body("openWork", hasSize(1));
    }

    @Test
    void isForTheMemberTheLeadsAndWhoReadsEverything() {
        join(teamLedBy(ben), ana, 50, LocalDate.of(2026, 1, 5), null);
        var path = MEMBER + "/open-work";

        for (var token : List.of(TestTokens.member(ana.id()), TestTokens.lead(ben.id()), TestTokens.viewer())) {
            as(token).get(path, ana.id()).then().statusCode(200);
        }
        assertRefused(
                404, "member-not-found", () -> as(TestTokens.member(ben.id())).get(path, ana.id()));
    }

    @Test
    void skipsAFieldAndATypeThatItDoesNotKnow() {
        consumer.receive(ReceivedEvent.of("fengong.allocation.assignment-offered.v1", "{"));
        receive(ASSIGNED, assigned(1).put("mood", "fine"));

        openWork(ana).body("openWork", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "7",
                "{}",
                "{\"taskId\": \"x\", \"assignmentVersion\": 1, \"assignments\": []}",
                "{\"taskId\": \"01a207be-9494-79b5-bcc7-4ecebc51acb4\", \"assignmentVersion\": 1}",
                "{\"taskId\": \"01a207be-9494-79b5-bcc7-4ecebc51acb4\", \"assignmentVersion\": 0, \"assignments\": []}",
                "{\"taskId\": \"01a207be-9494-79b5-bcc7-4ecebc51acb4\", \"assignmentVersion\": 1, \"assignments\": [null]}",
                "{\"taskId\": \"01a207be-9494-79b5-bcc7-4ecebc51acb4\", \"assignmentVersion\": 1, \"assignments\": [{\"weeks\": []}]}",
            })
    void refusesWhatCannotBeRead(String data) {
        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(ASSIGNED, data)))
                .isInstanceOf(MalformedEventException.class);
    }
}
