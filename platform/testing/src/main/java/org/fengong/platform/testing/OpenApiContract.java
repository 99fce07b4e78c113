package org.fengong.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

/** The committed OpenAPI document is the one that the service serves. */
public final class OpenApiContract {
    private OpenApiContract() {}

    /**
     * Compares {@code contracts/openapi/<name>.yaml} with {@code /openapi}; with {@code -Dcontracts.write} it writes the
     * file instead.
     */
    public static void assertPublished(String name) throws IOException {
        var file = RepositoryFiles.root().resolve("contracts/openapi/" + name + ".yaml");
        var served = given().queryParam("format", "yaml")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (System.getProperty("contracts.write") != null) {
            Files.writeString(file, served);
        }
        assertThat(file)
                .as("Publish the change with: mvn verify -Dcontracts.write")
                .exists();
        assertThat(served)
                .as("The API differs from contracts/openapi. Publish the change with: mvn verify -Dcontracts.write")
                .isEqualTo(Files.readString(file));
    }
}
