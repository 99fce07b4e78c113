package org.fengong.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.fengong.platform.problem.Problem;

/**
 * Adds to each operation the security requirement and the error answers that follow from its form: a body can be
 * invalid, a path can lead nowhere, a change can be stale.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {
    private static final String SCHEME = "bearerToken";
    private static final String PROBLEM_REF = "#/components/schemas/Problem";
    private static final Set<String> MAY_PASS = Set.of("409", "422", "503");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("A JWT of the company's identity provider; roles in the claim groups."))
                .addSchema("Problem", problemSchema())
                .addSchema("Violation", violationSchema());
        if (api.getPaths() != null) {
            api.getPaths()
                    .getPathItems()
                    .forEach((path, item) -> item.getOperations()
                            .forEach((method, operation) -> complete(path, item, method, operation)));
        }
    }

    private static void complete(String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, rolesOf(operation))));
        var answers = new LinkedHashMap<String, String>();
        answers.put("400", "The request breaks the syntax, a type or a range.");
        answers.put("401", "No valid bearer token.");
        answers.put("403", "The token's roles do not allow this.");
        if (path.contains("{")) {
            answers.put("404", "There is no such thing, or it is not for this caller.");
        }
        if (method != PathItem.HttpMethod.GET) {
            answers.put("409", "The state does not allow this.");
            answers.put("422", "A reference is unknown or fields contradict each other.");
        }
        if (hasIfMatch(item, operation)) {
            answers.put("412", "The thing was changed since it was read.");
            answers.put("428", "The header If-Match is missing.");
        }
        answers.put("500", "The service made a mistake.");
        answers.put("503", "The service cannot answer now; Retry-After says when.");
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            var known = operation.getResponses().getAPIResponse(answer.getKey());
            if (known == null || known.getContent() == null) {
                operation
                        .getResponses()
                        .addAPIResponse(answer.getKey(), problemAnswer(answer.getKey(), answer.getValue()));
            }
        }
    }

    /** The extension states them under a scheme of its own. */
    private static List<String> rolesOf(Operation operation) {
        return operation.getSecurity() == null
                ? List.of()
                : operation.getSecurity().stream()
                        .flatMap(requirement -> requirement.getSchemes().values().stream())
                        .flatMap(List::stream)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static boolean hasIfMatch(PathItem item, Operation operation) {
        return parameters(item.getParameters()).stream().anyMatch(p -> "If-Match".equalsIgnoreCase(p.getName()))
                || parameters(operation.getParameters()).stream()
                        .anyMatch(p -> "If-Match".equalsIgnoreCase(p.getName()));
    }

    private static List<Parameter> parameters(List<Parameter> parameters) {
        return parameters == null ? List.of() : parameters;
    }

    private static APIResponse problemAnswer(String status, String description) {
        var answer = OASFactory.createAPIResponse();
        if (MAY_PASS.contains(status)) {
            answer.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds after which the same request may succeed; absent when it will not.")
                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
        }
        return answer.description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM_REF))));
    }

    private static Schema problemSchema() {
        return object("What went wrong (RFC 9457). Further members are described with the problem type.")
                .addProperty("type", text("Stable name, urn:fengong:problem:<slug>, listed in docs/problems.md."))
                .addProperty("title", text("The kind of problem in words."))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What happened this time, and what to do."))
                .addProperty("traceId", text("Finds this request in the logs."))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/Violation")))
                .required(List.of("type", "title", "status", "traceId"));
    }

    private static Schema violationSchema() {
        return object("One field that is wrong.")
                .addProperty("field", text("Path of the field, such as roles[0].effortMinutes."))
                .addProperty("in", text("body, query, path or header."))
                .addProperty("message", text("What is wrong with it."))
                .required(List.of("field", "in", "message"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
