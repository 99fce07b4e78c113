package org.fengong.members.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fengong.members.Company.Thing;
import org.fengong.members.MembersTopics;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class DepartmentResourceTest {
    private static final String DEPARTMENTS = "/api/v1/departments";

    private static Response create(String body) {
        return admin().body(body).post(DEPARTMENTS);
    }

    @Test
    void createsADepartmentAndTellsOfIt() {
        var lead = member();
        var contact = member();
        var key = newKey();

        var answer = create("{\"key\": \"%s\", \"name\": \"行銷部\", \"leadId\": \"%s\", \"contactIds\": [\"%s\"]}"
                .formatted(key, lead.id(), contact.id()));

        var id = Thing.of(answer).id();
        answer.then()
                .statusCode(201)
                .header("Location", containsString(DEPARTMENTS + "/" + id))
                .body("key", equalTo(key))
                .body("name", equalTo("行銷部"))
                .body("leadId", equalTo(lead.id().toString()))
                .body("contactIds", contains(contact.id().toString()))
                .body("version", is(1));
        var event = OutboxRows.of(id).get(0);
        assertThat(event.topic()).isEqualTo(MembersTopics.ORGANISATION);
        assertThat(event.type()).isEqualTo("fengong.members.department-changed.v1");
        assertThat(event.data().get("departmentId").asText()).isEqualTo(id.toString());
        assertThat(event.data().get("leadId").asText()).isEqualTo(lead.id().toString());
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void changesWhatAPatchNamesAndTellsOfTheNewVersion() {
        var department = department();
        var lead = member();

        patch(department)
                .body("{\"name\": \"Brand\", \"leadId\": \"%s\"}".formatted(lead.id()))
                .patch(DEPARTMENTS + "/" + department.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("Brand"))
                .body("key", equalTo(department.key()))
                .body("version", is(2));

        var events = OutboxRows.of(department.id());
        assertThat(events)
                .extracting(event -> event.data().get("version").asLong())
                .containsExactly(1L, 2L);
        assertThat(events.get(1).data().get("leadId").asText())
                .isEqualTo(lead.id().toString());
    }

    @Test
    void takesAwayWhatAPatchSetsToNull() {
        var lead = member();
        var department = Thing.of(
                create("{\"key\": \"%s\", \"name\": \"Sales\", \"leadId\": \"%s\"}".formatted(newKey(), lead.id())));

        patch(department)
                .body("{\"leadId\": null}")
                .patch(DEPARTMENTS + "/" + department.id())
                .then()
                .statusCode(200)
                .body("leadId", nullValue());
    }

    private static Thing below(Thing parent) {
        var answer =
                create("{\"key\": \"%s\", \"name\": \"Brand\", \"parentId\": \"%s\"}".formatted(newKey(), parent.id()));
        answer.then().statusCode(201).body("parentId", equalTo(parent.id().toString()));
        return Thing.of(answer);
    }

    private static Response move(Thing department, Thing parent) {
        return patch(department)
                .body("{\"parentId\": \"%s\"}".formatted(parent.id()))
                .patch(DEPARTMENTS + "/" + department.id());
    }

    @Test
    void isPartOfAnotherDepartment() {
        var company = department();
        var marketing = below(company);
        var brand = below(marketing);

        admin().queryParam("parentId", company.id())
                .get(DEPARTMENTS)
                .then()
                .body("items.id", contains(marketing.id().toString()));
        var event = OutboxRows.of(brand.id()).get(0);
        assertThat(event.data().get("parentId").asText())
                .isEqualTo(marketing.id().toString());
        EventContracts.assertFits(event.type(), event.data());
        move(brand, company)
                .then()
                .statusCode(200)
                .body("parentId", equalTo(company.id().toString()));
    }

    @Test
    void refusesACycleAndNamesIt() {
        var company = department();
        var marketing = below(company);
        var brand = below(marketing);

        assertRefused(422, "department-cycle", "parentId", () -> move(company, brand));
        move(company, brand).then().body("cycle", contains(company.key(), brand.key(), marketing.key(), company.key()));
        assertRefused(422, "department-cycle", "parentId", () -> move(company, company));
        assertRefused(
                422,
                "unknown-department",
                "parentId",
                () -> patch(company)
                        .body("{\"parentId\": \"%s\"}".formatted(UUID.randomUUID()))
                        .patch(DEPARTMENTS + "/" + company.id()));
    }

    /** Each move alone is a good one. */
    @Test
    void closesNoCycleWhenTwoMovesRace() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = department();
            var other = department();
            var moves = List.<Callable<Integer>>of(
                    () -> move(one, other).statusCode(), () -> move(other, one).statusCode());
            var pool = Executors.newFixedThreadPool(2);
            try {
                var answers = new ArrayList<Integer>();
                for (var answer : pool.invokeAll(moves)) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsExactlyInAnyOrder(200, 422);
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void refusesAKeyThatIsTaken() {
        var taken = department();
        var other = department();

        assertRefused(
                409,
                "department-key-taken",
                "key",
                () -> create("{\"key\": \"%s\", \"name\": \"Sales\"}".formatted(taken.key())));
        assertRefused(
                409,
                "department-key-taken",
                "key",
                () -> patch(other)
                        .body("{\"key\": \"%s\"}".formatted(taken.key()))
                        .patch(DEPARTMENTS + "/" + other.id()));
    }

    @Test
    void refusesALeadAndContactsWhomNobodyKnows() {
        var body = "{\"key\": \"%s\", \"name\": \"Sales\", %s}";
        var known = member();

        assertRefused(
                422,
                "unknown-member",
                "leadId",
                () -> create(body.formatted(newKey(), "\"leadId\": \"%s\"".formatted(UUID.randomUUID()))));
        assertRefused(
                422,
                "unknown-member",
                "contactIds[1]",
                () -> create(body.formatted(
                        newKey(), "\"contactIds\": [\"%s\", \"%s\"]".formatted(known.id(), UUID.randomUUID()))));
    }

    @Test
    void isChangedByAdministratorsAlone() {
        var department = department();
        for (var token : List.of(
                TestTokens.lead(UUID.randomUUID()),
                TestTokens.member(UUID.randomUUID()),
                TestTokens.viewer(),
                TestTokens.service())) {
            assertRefused(
                    403,
                    "forbidden",
                    () -> as(token)
                            .body("{\"key\": \"%s\", \"name\": \"Sales\"}".formatted(newKey()))
                            .post(DEPARTMENTS));
            assertRefused(
                    403,
                    "forbidden",
                    () -> as(token)
                            .contentType("application/merge-patch+json")
                            .header("If-Match", department.etag())
                            .body("{\"name\": \"Sales\"}")
                            .patch(DEPARTMENTS + "/" + department.id()));
            as(token).get(DEPARTMENTS + "/" + department.id()).then().statusCode(200);
        }
    }

    @Test
    void findsADepartmentByItsKey() {
        var department = department();
        department();

        admin().queryParam("key", department.key())
                .get(DEPARTMENTS)
                .then()
                .statusCode(200)
                .body("items.id", contains(department.id().toString()))
                .body("next", nullValue());
    }

    @Test
    void answers404ToAnIdThatIsNoDepartment() {
        assertRefused(404, "department-not-found", () -> admin().get(DEPARTMENTS + "/" + UUID.randomUUID()));
        assertRefused(
                404,
                "department-not-found",
                () -> admin().contentType("application/merge-patch+json")
                        .header("If-Match", "\"1\"")
                        .body("{}")
                        .patch(DEPARTMENTS + "/" + UUID.randomUUID()));
    }
}
