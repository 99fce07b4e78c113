package org.fengong.platform.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.security.Caller;
import org.fengong.platform.security.Roles;

/**
 * The headers and parameters that follow from an operation's form: a POST may be repeated under a key, what is created
 * has a location, what has a version has an entity tag, a list has pages.
 */
class CommonHeaders {
    static final String TRACE_ID = "X-Trace-Id";
    static final String RETRY_AFTER = "Retry-After";
    private static final int MAX_LENGTH = 200;
    private static final int MAX_CURSOR_LENGTH = 2000;
    private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);

    private final OpenAPI api;
    /** Those that an operation uses go into the document. */
    private final Components offered = OASFactory.createComponents();

    CommonHeaders(OpenAPI api) {
        this.api = api;
    }

    void describe(List<ApiOperation> operations) {
        api.getComponents()
                .addHeader(TRACE_ID, header("Finds this request in the logs of all services.", text(MAX_LENGTH)))
                .addHeader(
                        RETRY_AFTER,
                        header(
                                "Seconds after which the same request may succeed; absent when it will not.",
                                number(1, DAY_SECONDS)))
                .addHeader("ETag", header("The version that a change sends in If-Match.", text(MAX_LENGTH)))
                .addHeader("Location", header("The address of what was created.", text(MAX_CURSOR_LENGTH)))
                .addHeader("Link", header("The address of the next page, with rel=\"next\".", text(MAX_CURSOR_LENGTH)))
                .addHeader(
                        "Idempotency-Replayed",
                        header(
                                "The request was answered before; this is that answer.",
                                text(MAX_LENGTH).enumeration(List.of("true"))));
        offered.addParameter(
                        "IdempotencyKey",
                        parameter(
                                "Idempotency-Key",
                                Parameter.In.HEADER,
                                "Makes the request safe to repeat: the same key and body get the same answer for 24 hours.",
                                text(MAX_LENGTH).minLength(1)))
                .addParameter("IfMatch", ifMatch("The ETag of the version that the change is based on.", true))
                .addParameter(
                        "IfMatchToChange",
                        ifMatch("The ETag of what is to be changed; absent when there is nothing.", false))
                .addParameter(
                        "IfNoneMatch",
                        parameter(
                                "If-None-Match",
                                Parameter.In.HEADER,
                                "The ETag of what the caller has: 304 when it is still the same.",
                                text(MAX_LENGTH)))
                .addParameter(
                        "Actor",
                        parameter(
                                Caller.ACTOR_HEADER,
                                Parameter.In.HEADER,
                                "With the role service: the member in whose name the call is made.",
                                OASFactory.createSchema().ref(ApiOperation.refTo("UUID"))))
                .addParameter(
                        "Limit",
                        parameter(
                                "limit",
                                Parameter.In.QUERY,
                                "Items on a page.",
                                number(1, BigDecimal.valueOf(Listing.MAX_LIMIT)).defaultValue(Listing.DEFAULT_LIMIT)))
                .addParameter(
                        "Cursor",
                        parameter(
                                "cursor",
                                Parameter.In.QUERY,
                                "The next of the page before, with the same filter and sort.",
                                text(MAX_CURSOR_LENGTH)))
                .addResponse(
                        "NotModified",
                        OASFactory.createAPIResponse().description("What the caller has is still the same."));
        refer(offered.getResponses().get("NotModified"), "ETag");
        operations.forEach(this::complete);
    }

    private void complete(ApiOperation operation) {
        if (operation.method() == HttpMethod.POST) {
            operation.put("Idempotency-Key", shared("IdempotencyKey"));
        }
        if (operation.has("If-Match")) {
            var mayCreate = operation.operation().getResponses().hasAPIResponse("201");
            operation.put(
                    "If-Match",
                    operation
                            .descriptionOf("If-Match") // says when it is required
                            .map(described -> ifMatch(described, false))
                            .orElseGet(() -> shared(mayCreate ? "IfMatchToChange" : "IfMatch")));
        }
        if (operation.has("limit")) {
            operation.put("cursor", shared("Cursor"));
            operation.put("limit", shared("Limit"));
        }
        if (ApiDescription.rolesOf(operation.operation()).contains(Roles.SERVICE)) {
            operation.put(Caller.ACTOR_HEADER, shared("Actor"));
        }
        var versioned = false;
        for (var answer : operation.operation().getResponses().getAPIResponses().entrySet()) {
            if (answer.getKey().startsWith("2")) {
                success(operation, answer.getKey(), answer.getValue());
                versioned |= has(answer.getValue(), "version");
            }
        }
        if (operation.method() == HttpMethod.GET && versioned) {
            operation.put("If-None-Match", shared("IfNoneMatch"));
            api.getComponents()
                    .addResponse("NotModified", offered.getResponses().get("NotModified"));
            operation
                    .operation()
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().ref("#/components/responses/NotModified"));
        }
    }

    private void success(ApiOperation operation, String status, APIResponse answer) {
        refer(answer, TRACE_ID);
        if ((status.equals("201") || status.equals("202")) && hasAddress(operation)) {
            refer(answer, "Location");
        }
        if (has(answer, "version")) {
            refer(answer, "ETag");
        }
        if (has(answer, "next")) {
            refer(answer, "Link");
        }
        if (operation.method() == HttpMethod.POST) {
            refer(answer, "Idempotency-Replayed");
        }
    }

    /** What a POST creates is found below its path, what a PUT creates at the path itself. */
    private boolean hasAddress(ApiOperation operation) {
        return operation.method() == HttpMethod.PUT
                || api.getPaths().getPathItems().keySet().stream()
                        .anyMatch(path -> path.startsWith(operation.path() + "/{")
                                && path.indexOf('/', operation.path().length() + 1) < 0);
    }

    private boolean has(APIResponse answer, String property) {
        return ApiOperation.schemaOf(answer.getContent())
                .map(name -> api.getComponents().getSchemas().get(name).getProperties())
                .filter(properties -> properties.containsKey(property))
                .isPresent();
    }

    static void refer(APIResponse answer, String header) {
        answer.addHeader(header, OASFactory.createHeader().ref("#/components/headers/" + header));
    }

    private Parameter shared(String name) {
        api.getComponents().addParameter(name, offered.getParameters().get(name));
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    private static Parameter ifMatch(String description, boolean required) {
        return parameter("If-Match", Parameter.In.HEADER, description, text(MAX_LENGTH))
                .required(required);
    }

    private static Parameter parameter(String name, Parameter.In in, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .description(description)
                .schema(schema);
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Schema text(int maxLength) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(maxLength);
    }

    private static Schema number(int minimum, BigDecimal maximum) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.valueOf(minimum))
                .maximum(maximum);
    }
}
