package org.fengong.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.fengong.platform.paging.Listing;

/**
 * Describes the headers and parameters that operations have in common by their form: a POST may be repeated under a key,
 * what is created has a location, what has a version has an entity tag, a list has a limit.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonHeaders implements OASFilter {
    private static final int MAX_LENGTH = 200;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() != null) {
            api.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(item ->
                            item.getOperations().forEach((method, operation) -> complete(api, method, operation)));
        }
    }

    private static void complete(OpenAPI api, PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST && find(operation, "Idempotency-Key") == null) {
            operation.addParameter(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .schema(text()));
        }
        describe(find(operation, "Idempotency-Key"), "The same key and body get the same answer for 24 hours.");
        describe(find(operation, "If-Match"), "The ETag of the version that the change is based on.");
        limit(find(operation, "limit"));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.equals("201")) {
                answer.addHeader("Location", header("What was created."));
            }
            if (status.startsWith("2") && hasVersion(api, answer)) {
                answer.addHeader("ETag", header("The version that a change sends in If-Match."));
            }
        });
    }

    private static Parameter find(Operation operation, String name) {
        return operation.getParameters() == null
                ? null
                : operation.getParameters().stream()
                        .filter(parameter -> name.equals(parameter.getName()))
                        .findFirst()
                        .orElse(null);
    }

    private static void describe(Parameter parameter, String description) {
        if (parameter != null) {
            parameter.description(description).schema(text());
        }
    }

    private static void limit(Parameter parameter) {
        if (parameter != null) {
            parameter
                    .description("Items on a page.")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.INTEGER)
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(Listing.MAX_LIMIT))
                            .defaultValue(Listing.DEFAULT_LIMIT));
        }
    }

    private static boolean hasVersion(OpenAPI api, APIResponse answer) {
        return answer.getContent() != null
                && answer.getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(schema -> schema != null && schema.getRef() != null)
                        .map(schema -> schema(api, schema.getRef()).getProperties())
                        .anyMatch(properties -> properties != null && properties.containsKey("version"));
    }

    private static Schema schema(OpenAPI api, String ref) {
        return api.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(MAX_LENGTH);
    }
}
