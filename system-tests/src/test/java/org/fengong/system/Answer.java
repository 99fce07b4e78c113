package org.fengong.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What a service answered. */
record Answer(String call, int status, JsonNode body, boolean replayed) {
    static Answer of(String call, HttpResponse<String> response) {
        return new Answer(
                call,
                response.statusCode(),
                Json.read(response.body()),
                response.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    /** The body of a request that must have succeeded. */
    JsonNode ok() {
        assertThat(status).as("%s answered %s", call, body).isBetween(200, 299);
        return body;
    }
}
