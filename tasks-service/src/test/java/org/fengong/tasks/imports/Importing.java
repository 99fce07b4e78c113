package org.fengong.tasks.imports;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fengong.tasks.Company;

/** The way of a table into the service, and out of it again. */
final class Importing {
    static final String IMPORTS = "/api/v1/work-imports";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Importing() {}

    static Response start(RequestSpecification caller, String kind, String csv, String... options) {
        return start(caller, kind, "text/csv", csv.getBytes(StandardCharsets.UTF_8), options);
    }

    /** @param options names and values of further parameters */
    static Response start(
            RequestSpecification caller, String kind, String contentType, byte[] file, String... options) {
        var request = caller.contentType(contentType).queryParam("kind", kind);
        for (int i = 0; i < options.length; i += 2) {
            request.queryParam(options[i], options[i + 1]);
        }
        return request.body(file).post(IMPORTS);
    }

    static String id(Response started) {
        started.then().statusCode(202);
        return started.path("id");
    }

    /** The import once it is over, seen by an administrator. */
    static Response over(Response started) {
        var id = id(started);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("CHECKING", "STORING")
                        .contains(Company.admin().get(IMPORTS + "/" + id).<String>path("status")));
        return Company.admin().get(IMPORTS + "/" + id);
    }

    static List<Map<String, Object>> refused(Response imported) {
        var answer = Company.admin()
                .queryParam("status", "REFUSED")
                .queryParam("limit", 100)
                .get(IMPORTS + "/" + imported.path("id") + "/rows");
        answer.then().statusCode(200);
        return answer.path("items");
    }
}
