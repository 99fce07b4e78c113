package org.fengong.members;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.UUID;
import org.fengong.platform.testing.TestTokens;

/** The shortest ways, all by the public API, to the things that a test needs but is not about. */
public final class Company {
    /** Something that exists, as it was when it was last answered. */
    public record Thing(UUID id, String etag, Response answer) {
        public static Thing of(Response answer) {
            return new Thing(UUID.fromString(answer.path("id")), answer.header("ETag"), answer);
        }

        public String key() {
            return answer.path("key");
        }
    }

    private Company() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static RequestSpecification admin() {
        return as(TestTokens.admin());
    }

    /** A change of the thing by an administrator who has read it. */
    public static RequestSpecification admin(Thing read) {
        return admin().header("If-Match", read.etag());
    }

    public static RequestSpecification patch(Thing read) {
        return admin(read).contentType("application/merge-patch+json; charset=UTF-8");
    }

    /** Unlike any other of this run. */
    public static String newKey() {
        return "k-" + UUID.randomUUID();
    }

    public static Thing department() {
        return created("/api/v1/departments", "{\"key\": \"%s\", \"name\": \"Marketing\"}".formatted(newKey()));
    }

    public static Thing skill() {
        return skill(newKey(), "");
    }

    /** @param more further fields, each after a comma */
    public static Thing skill(String key, String more) {
        return created(
                "/api/v1/skills",
                "{\"key\": \"%s\", \"names\": {\"en\": \"Copywriting\"}, \"field\": \"content\"%s}"
                        .formatted(key, more));
    }

    public static Thing readSkill(Thing skill) {
        return read("/api/v1/skills/", skill);
    }

    public static Thing member() {
        return member(department());
    }

    public static Thing member(Thing department) {
        return created("/api/v1/members", memberBody(newKey(), department.id()));
    }

    /** The least that a member needs. */
    public static String memberBody(String key, UUID departmentId) {
        return memberBody(key, departmentId, "");
    }

    /** @param more further fields, each after a comma */
    public static String memberBody(String key, UUID departmentId, String more) {
        return """
                {"key": "%s", "displayName": "Ana Lima", "email": "ana.lima@example.com", "locale": "en",
                 "timeZone": "Europe/Lisbon", "departmentId": "%s"%s}""".formatted(key, departmentId, more);
    }

    public static Thing team() {
        return created("/api/v1/teams", teamBody(newKey(), ""));
    }

    public static Thing teamLedBy(Thing member) {
        return created("/api/v1/teams", teamBody(newKey(), ", \"leadId\": \"" + member.id() + "\""));
    }

    /** @param more further fields, each after a comma */
    public static String teamBody(String key, String more) {
        return "{\"key\": \"%s\", \"name\": \"Growth\", \"timeZone\": \"Europe/Lisbon\"%s}".formatted(key, more);
    }

    /** The team as it is with the member in it. */
    public static Thing join(Thing team, Thing member, int sharePercent, LocalDate from, LocalDate to) {
        var answer = admin(read("/api/v1/teams/", team))
                .body(terms(sharePercent, from, to))
                .put("/api/v1/teams/{id}/members/{memberId}", team.id(), member.id());
        answer.then().statusCode(200);
        return Thing.of(answer);
    }

    public static String terms(int sharePercent, LocalDate from, LocalDate to) {
        return "{\"sharePercent\": %d, \"from\": \"%s\"%s}"
                .formatted(sharePercent, from, to == null ? "" : ", \"to\": \"" + to + "\"");
    }

    public static Thing readMember(Thing member) {
        return read("/api/v1/members/", member);
    }

    public static Thing readTeam(Thing team) {
        return read("/api/v1/teams/", team);
    }

    private static Thing read(String path, Thing thing) {
        var answer = admin().get(path + thing.id());
        answer.then().statusCode(200);
        return Thing.of(answer);
    }

    public static Thing created(String path, String body) {
        var answer = admin().body(body).post(path);
        answer.then().statusCode(201);
        return Thing.of(answer);
    }
}
