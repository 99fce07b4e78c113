package org.fengong.platform.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.fengong.platform.problem.Problem;

/**
 * The error answers that follow from an operation's form: a body can be invalid, a path can lead nowhere, a change can
 * be stale. An operation that says more about one of them keeps its own words.
 */
class CommonAnswers {
    /** @param mayPass whether Retry-After tells when the same request may succeed */
    private record Answer(String name, String description, String slug, String detail, boolean mayPass) {}

    private static final Map<Integer, Answer> ANSWERS = new LinkedHashMap<>();

    static {
        add(
                400,
                "InvalidRequest",
                "The request breaks the syntax, a type or a range.",
                "invalid-request",
                "The request is not valid.",
                false);
        add(
                401,
                "Unauthenticated",
                "No valid bearer token.",
                "unauthenticated",
                "The request has no valid bearer token. Send one in the header Authorization.",
                false);
        add(
                403,
                "Forbidden",
                "The token's roles do not allow this.",
                "forbidden",
                "The roles of this token do not allow this operation.",
                false);
        add(
                404,
                "NotFound",
                "There is no such thing, or it is not for this caller.",
                "not-found",
                "There is nothing at this address.",
                false);
        add(
                406,
                "NotAcceptable",
                "The header Accept excludes application/json.",
                "not-acceptable",
                "This address answers application/json only.",
                false);
        add(
                409,
                "Conflict",
                "The state does not allow this, or the same request is still running.",
                "concurrent-change",
                "Somebody else changed the same thing at the same moment. Try again.",
                true);
        add(
                412,
                "Stale",
                "The thing was changed since it was read.",
                "stale-version",
                "This was changed since you read it: you have version 3, the current one is 4. Read it again.",
                false);
        add(
                413,
                "TooLarge",
                "The body is larger than 1 MB, or 10 MB of a batch.",
                "request-too-large",
                "The body of the request is too large. Split it.",
                false);
        add(
                415,
                "UnsupportedMediaType",
                "The body is of another media type.",
                "unsupported-media-type",
                "The body must be application/json, or application/merge-patch+json with PATCH.",
                false);
        add(
                422,
                "Unprocessable",
                "A reference is unknown, fields contradict each other, or an Idempotency-Key comes"
                        + " with another body.",
                "idempotency-key-reused",
                "This Idempotency-Key came with another body before. Take a new key for a new request.",
                true);
        add(
                428,
                "IfMatchRequired",
                "The header If-Match is missing.",
                "if-match-required",
                "Send the ETag of the version that you have read in the header If-Match.",
                false);
        add(
                500,
                "InternalError",
                "The service made a mistake; nothing was stored.",
                "internal-error",
                "The service made a mistake. Nothing was stored; the traceId finds it in the logs.",
                false);
        add(
                503,
                "Unavailable",
                "The service cannot answer now; Retry-After says when.",
                "database-unavailable",
                "The database does not answer at the moment. Nothing was stored; repeat the request.",
                true);
    }

    private final OpenAPI api;

    CommonAnswers(OpenAPI api) {
        this.api = api;
    }

    private static void add(int status, String name, String description, String slug, String detail, boolean mayPass) {
        ANSWERS.put(status, new Answer(name, description, slug, detail, mayPass));
    }

    void describe(List<ApiOperation> operations) {
        api.getComponents().addSchema("Problem", problemSchema()).addSchema("Violation", violationSchema());
        operations.forEach(this::complete);
    }

    private void complete(ApiOperation operation) {
        var answers = operation.operation().getResponses();
        for (var status : statusesOf(operation)) {
            var shared = ANSWERS.get(status);
            var own = answers.getAPIResponse(status.toString());
            if (own == null || isReason(status, own.getDescription())) {
                api.getComponents().addResponse(shared.name(), shared(status, shared));
                answers.addAPIResponse(
                        status.toString(),
                        OASFactory.createAPIResponse().ref("#/components/responses/" + shared.name()));
            } else if (own.getContent() == null) {
                own.setContent(problem(status, shared));
                headers(own, shared);
            }
        }
    }

    /** What the framework itself says of a status. */
    private static boolean isReason(int status, String description) {
        return switch (status) {
            case 400 -> description.equals("Bad Request");
            case 401 -> description.equals("Not Authorized");
            case 403 -> description.equals("Not Allowed");
            default -> false;
        };
    }

    private static List<Integer> statusesOf(ApiOperation operation) {
        var statuses = new ArrayList<>(
                operation.isOpen() ? List.of(400, 406, 500, 503) : List.of(400, 401, 403, 406, 500, 503));
        if (operation.path().contains("{")
                || operation.operation().getResponses().hasAPIResponse("404")) {
            statuses.add(404);
        }
        if (operation.method() != HttpMethod.GET) {
            statuses.addAll(List.of(409, 422));
        }
        if (operation.hasBody()) {
            statuses.addAll(List.of(413, 415));
        }
        if (operation.has("If-Match")) {
            statuses.addAll(List.of(412, 428));
        }
        return statuses;
    }

    private static APIResponse shared(int status, Answer answer) {
        var shared =
                OASFactory.createAPIResponse().description(answer.description()).content(problem(status, answer));
        headers(shared, answer);
        return shared;
    }

    private static void headers(APIResponse response, Answer answer) {
        CommonHeaders.refer(response, CommonHeaders.TRACE_ID);
        if (answer.mayPass()) {
            CommonHeaders.refer(response, CommonHeaders.RETRY_AFTER);
        }
    }

    private static Content problem(int status, Answer answer) {
        var words = answer.slug().replace('-', ' ');
        var example = new LinkedHashMap<String, Object>();
        example.put("type", Problem.TYPE_PREFIX + answer.slug());
        example.put("title", Character.toUpperCase(words.charAt(0)) + words.substring(1));
        example.put("status", status);
        example.put("detail", answer.detail());
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (status == 400) {
            var violation = new LinkedHashMap<String, Object>();
            violation.put("field", "roles[0].effortMinutes");
            violation.put("in", "body");
            violation.put("message", "must be greater than or equal to 1");
            example.put("violations", List.of(violation));
        }
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(ApiOperation.refTo("Problem")))
                                .example(example));
    }

    private static Schema problemSchema() {
        return object("What went wrong (RFC 9457). Further members are described with the problem type.")
                .addProperty(
                        "type",
                        text("Stable name, listed in docs/problems.md.").pattern("^urn:fengong:problem:[a-z0-9-]+$"))
                .addProperty("title", text("The kind of problem in words."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .format("int32")
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599))
                                .description("The HTTP status."))
                .addProperty("detail", text("What happened this time, and what to do."))
                .addProperty("traceId", text("Finds this request in the logs of all services."))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The fields that are wrong; absent when no single field is.")
                                .items(OASFactory.createSchema().ref(ApiOperation.refTo("Violation"))))
                .required(List.of("type", "title", "status", "traceId"));
    }

    private static Schema violationSchema() {
        return object("One field that is wrong.")
                .addProperty("field", text("Path of the field, such as roles[0].effortMinutes."))
                .addProperty("in", text("Where it stands.").enumeration(List.of("body", "query", "path", "header")))
                .addProperty("message", text("What is wrong with it, for a person."))
                .required(List.of("field", "in", "message"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
