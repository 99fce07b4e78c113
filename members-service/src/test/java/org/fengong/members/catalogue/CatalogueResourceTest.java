package org.fengong.members.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What comes with the product can be loaded into any company (W2). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class CatalogueResourceTest {
    private static final String BRAND_MANAGER =
            "http://data.europa.eu/esco/occupation/de80bbf0-447d-4a6a-845a-fdba4e0dc30c";

    private static Response load() {
        return admin().post("/api/v1/catalogue/load");
    }

    @Test
    void bringsSkillsOccupationsAndWhatTheyNeed() {
        load().then()
                .statusCode(200)
                .body("attribution", containsString("ESCO classification of the European Commission"))
                .body("skills.rows", hasSize(208))
                .body("occupations.rows", hasSize(29))
                .body("occupationSkills.rows", hasSize(929));

        admin().queryParam("escoUri", BRAND_MANAGER)
                .get("/api/v1/occupations")
                .then()
                .body("items.names.en[0]", is("brand manager"))
                .body("items.essentialSkillIds[0]", not(empty()));
        admin().queryParam("field", "market-research")
                .queryParam("name", "survey techniques")
                .get("/api/v1/skills")
                .then()
                .body("items", not(empty()));
    }

    @Test
    void changesNothingWhenItIsLoadedAgain() {
        load().then().statusCode(200);
        var told = OutboxRows.count();

        load().then()
                .body("skills.unchanged", is(208))
                .body("occupations.unchanged", is(29))
                .body("occupationSkills.unchanged", is(929));

        assertThat(OutboxRows.count()).isEqualTo(told);
    }

    @Test
    void isForAdministratorsAlone() {
        var lead = TestTokens.lead(UUID.randomUUID());

        assertRefused(403, "forbidden", () -> as(lead).post("/api/v1/catalogue/load"));
    }
}
