package org.fengong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.function.Supplier;

/** What every refused request has in common: a problem that names its type, and no event. */
public final class Refusals {
    private Refusals() {}

    public static ValidatableResponse assertRefused(int status, String slug, Supplier<Response> request) {
        var before = OutboxRows.count();
        var answer = request.get();
        assertThat(OutboxRows.count()).as("rows in the outbox").isEqualTo(before);
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:fengong:problem:" + slug));
    }

    /** @param field the path of the field that the problem names */
    public static ValidatableResponse assertRefused(int status, String slug, String field, Supplier<Response> request) {
        return assertRefused(status, slug, request).body("violations.field", hasItem(equalTo(field)));
    }
}
