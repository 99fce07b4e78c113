package org.fengong.members;

import io.restassured.response.Response;
import java.util.UUID;
import org.fengong.platform.testing.TestTokens;

/** Files in ESCO's form, and the calls that import them. */
public final class EscoFiles {
    public static final String SKILLS = "/api/v1/skills/import";
    public static final String OCCUPATIONS = "/api/v1/occupations/import";
    public static final String OCCUPATION_SKILLS = "/api/v1/occupations/import/skills";

    private EscoFiles() {}

    /** Unlike any other of this run. */
    public static String skillUri() {
        return "http://data.europa.eu/esco/skill/" + UUID.randomUUID();
    }

    /** Unlike any other of this run. */
    public static String occupationUri() {
        return "http://data.europa.eu/esco/occupation/" + UUID.randomUUID();
    }

    public static String file(String header, String... rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    public static Response send(String path, String csv) {
        return sendAs(TestTokens.admin(), path, csv);
    }

    public static Response sendAs(String token, String path, String csv) {
        return Company.as(token)
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post(path);
    }
}
