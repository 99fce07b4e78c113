package org.fengong.platform.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What the classes of requests and answers cannot say by themselves: a merge patch may leave out everything, an item of
 * a batch is the body of a single creation, and an answer leaves out nothing but what is marked as nullable.
 */
class Schemas {
    private final OpenAPI api;
    private final Map<String, Schema> schemas;

    Schemas(OpenAPI api) {
        this.api = api;
        this.schemas = api.getComponents().getSchemas();
    }

    void describe(List<ApiOperation> operations) {
        for (var operation : operations) {
            if (operation.method() == HttpMethod.PATCH) {
                var form = ApiOperation.schemaOf(requestOf(operation)).orElseThrow();
                use(operation, noun(form) + "Patch", patchOf(schemas.get(form)));
            } else if (operation.path().endsWith("/batch")) {
                var form = formOf(operation.path().substring(0, operation.path().length() - "/batch".length()));
                use(operation, noun(form) + "Batch", batchOf(form));
            }
        }
        var asked = new HashSet<String>();
        var answered = new HashSet<String>();
        operations.forEach(o -> ApiOperation.schemaOf(requestOf(o)).ifPresent(name -> reach(name, asked)));
        operations.stream()
                .filter(o -> o.operation().getParameters() != null)
                .flatMap(o -> o.operation().getParameters().stream())
                .filter(parameter ->
                        parameter.getSchema() != null && parameter.getSchema().getRef() != null)
                .forEach(parameter -> reach(ApiOperation.nameOf(parameter.getSchema()), asked));
        operations.forEach(o -> o.operation()
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(
                        answer -> ApiOperation.schemaOf(answer.getContent()).ifPresent(name -> reach(name, answered))));
        reach("Problem", answered);
        reach("UUID", answered);
        api.getComponents().getSchemas().keySet().stream()
                .filter(name -> !asked.contains(name) && !answered.contains(name))
                .toList()
                .forEach(api.getComponents()::removeSchema);
        answered.removeAll(asked);
        answered.removeAll(Set.of("Problem", "Violation"));
        answered.forEach(
                name -> requireWhatIsThere(api.getComponents().getSchemas().get(name)));
    }

    private static Content requestOf(ApiOperation operation) {
        return operation.hasBody() ? operation.operation().getRequestBody().getContent() : null;
    }

    /** The body of the POST to the same path. */
    private String formOf(String path) {
        return ApiOperation.schemaOf(api.getPaths()
                        .getPathItem(path)
                        .getPOST()
                        .getRequestBody()
                        .getContent())
                .orElseThrow();
    }

    /** CreateGoalRequest and TaskForm speak of a Goal and a Task. */
    private static String noun(String form) {
        return form.replaceAll("^Create|(Request|Form|Profile)$", "");
    }

    private void use(ApiOperation operation, String name, Schema schema) {
        api.getComponents().addSchema(name, schema);
        requestOf(operation)
                .getMediaTypes()
                .values()
                .forEach(media -> media.setSchema(OASFactory.createSchema().ref(ApiOperation.refTo(name))));
        operation.operation().getRequestBody().setRequired(true);
    }

    private static Schema patchOf(Schema form) {
        var patch = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .minProperties(1)
                .description("A merge patch (RFC 7396): what is absent stays, null deletes.");
        form.getProperties().forEach((name, property) -> {
            var mandatory = form.getRequired() != null && form.getRequired().contains(name);
            patch.addProperty(name, mandatory ? property : orNull(property));
        });
        return patch;
    }

    private static Schema orNull(Schema property) {
        return OASFactory.createSchema()
                .anyOf(List.of(property, OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
    }

    private Schema batchOf(String form) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "Each item as it would be the body of a single request; one that is refused holds up no other.")
                .addProperty(
                        "items",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .minItems(1)
                                .maxItems(1000)
                                .items(OASFactory.createSchema().ref(ApiOperation.refTo(form))))
                .required(List.of("items"));
    }

    private void reach(String name, Set<String> reached) {
        if (api.getComponents().getSchemas().containsKey(name) && reached.add(name)) {
            partsOf(api.getComponents().getSchemas().get(name)).stream()
                    .filter(part -> part.getRef() != null)
                    .forEach(part -> reach(ApiOperation.nameOf(part), reached));
        }
    }

    /** The schema and all schemas inside it, not those it refers to. */
    private static List<Schema> partsOf(Schema schema) {
        var parts = new ArrayList<Schema>();
        parts.add(schema);
        var children = new ArrayList<Schema>();
        if (schema.getProperties() != null) {
            children.addAll(schema.getProperties().values());
        }
        if (schema.getItems() != null) {
            children.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            children.add(schema.getAdditionalPropertiesSchema());
        }
        if (schema.getAnyOf() != null) {
            children.addAll(schema.getAnyOf());
        }
        children.forEach(child -> parts.addAll(partsOf(child)));
        return parts;
    }

    /** Nulls are not written: a property that may be null in Java may be absent in JSON, and all others are there. */
    private static void requireWhatIsThere(Schema answer) {
        for (var part : partsOf(answer)) {
            if (part.getProperties() != null) {
                var required = new TreeSet<String>();
                var properties = new LinkedHashMap<String, Schema>();
                part.getProperties().forEach((name, property) -> {
                    if (!isNullable(property)) {
                        required.add(name);
                    }
                    properties.put(name, isNullable(property) ? withoutNull(property) : property);
                });
                part.setProperties(properties);
                part.setRequired(new ArrayList<>(required));
            }
        }
    }

    private static boolean isNullable(Schema schema) {
        return allowsNull(schema)
                || (schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(Schemas::allowsNull));
    }

    private static boolean allowsNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
    }

    private static Schema withoutNull(Schema nullable) {
        if (nullable.getAnyOf() == null) {
            nullable.removeType(Schema.SchemaType.NULL);
            return nullable;
        }
        return nullable.getAnyOf().stream()
                .filter(one -> !allowsNull(one))
                .findFirst()
                .orElseThrow();
    }
}
