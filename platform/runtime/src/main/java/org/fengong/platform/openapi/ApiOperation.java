package org.fengong.platform.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** One operation of a document and where it stands. */
record ApiOperation(String path, HttpMethod method, Operation operation) {
    private static final String SCHEMAS = "#/components/schemas/";

    static List<ApiOperation> all(OpenAPI api) {
        var all = new ArrayList<ApiOperation>();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> all.add(new ApiOperation(path, method, operation))));
        return all;
    }

    boolean has(String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> parameter.equalsIgnoreCase(p.getName()));
    }

    /** What the resource itself says of a parameter. */
    Optional<String> descriptionOf(String parameter) {
        return operation.getParameters().stream()
                .filter(p -> parameter.equalsIgnoreCase(p.getName()))
                .map(Parameter::getDescription)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Adds a parameter or takes the place of the one with its name. */
    void put(String name, Parameter parameter) {
        var others = operation.getParameters() == null
                ? List.<Parameter>of()
                : operation.getParameters().stream()
                        .filter(p -> !name.equalsIgnoreCase(p.getName()))
                        .toList();
        operation.setParameters(new ArrayList<>(others));
        operation.addParameter(parameter);
    }

    /** Whoever calls needs no token: the resource permits all. */
    boolean isOpen() {
        return ApiDescription.rolesOf(operation).isEmpty();
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    /** The contents of the request and of all answers. */
    List<Content> bodies() {
        var bodies = new ArrayList<Content>();
        if (hasBody()) {
            bodies.add(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().stream()
                .map(answer -> answer.getContent())
                .filter(content -> content != null)
                .forEach(bodies::add);
        return bodies;
    }

    /** The name of the schema that a content refers to. */
    static Optional<String> schemaOf(Content content) {
        return content == null || content.getMediaTypes() == null
                ? Optional.empty()
                : content.getMediaTypes().values().stream()
                        .map(media -> media.getSchema())
                        .filter(schema -> schema != null && schema.getRef() != null)
                        .map(schema -> nameOf(schema))
                        .findFirst();
    }

    static String nameOf(Schema reference) {
        return reference.getRef().substring(SCHEMAS.length());
    }

    static String refTo(String schema) {
        return SCHEMAS + schema;
    }
}
