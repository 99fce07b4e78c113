package org.fengong.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds every answer that a test gets against the service's published OpenAPI document: its status must be declared and
 * its body must fit.
 */
final class PublishedAnswers implements Filter {
    private static final String DOCUMENT = "urn:fengong:openapi";

    /** Answered before an operation is found, whatever the address. */
    private static final Set<Integer> OF_EVERY_ADDRESS = Set.of(400, 405, 413);

    private final JsonNode document;
    private final SchemaRegistry registry;

    PublishedAnswers(String service) {
        var file = RepositoryFiles.root().resolve("contracts/openapi/" + service + ".yaml");
        try {
            document = new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var path = URI.create(request.getURI()).getRawPath();
        operation(request.getMethod(), path)
                .ifPresent(operation -> check(request.getMethod() + " " + path, operation, response));
        return response;
    }

    private Optional<JsonNode> operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(item -> path.matches(
                        Pattern.compile("\\{[^}]+}").matcher(item.getKey()).replaceAll("[^/]+")))
                .min((a, b) -> Integer.compare(variables(a.getKey()), variables(b.getKey())))
                .map(item -> item.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    /** A path without variables goes before one with them. */
    private static int variables(String path) {
        return (int) path.chars().filter(c -> c == '{').count();
    }

    private void check(String call, JsonNode operation, Response response) {
        var status = response.statusCode();
        var answer = resolved(operation.path("responses").path(String.valueOf(status)));
        if (answer.isMissingNode()) {
            if (!OF_EVERY_ADDRESS.contains(status)) {
                throw new AssertionError("%s answered %d, which its OpenAPI document does not declare: %s"
                        .formatted(call, status, response.asString()));
            }
            return;
        }
        answer.path("content").properties().stream()
                .filter(media -> media.getKey().endsWith("json"))
                .findFirst()
                .ifPresent(media -> {
                    var errors = schema(
                                    media.getValue().path("schema").path("$ref").asText())
                            .validate(response.asString(), InputFormat.JSON);
                    if (!errors.isEmpty()) {
                        throw new AssertionError("%s answered what its OpenAPI document does not allow: %s%n%s"
                                .formatted(call, errors, response.asString()));
                    }
                });
    }

    private JsonNode resolved(JsonNode answer) {
        return answer.has("$ref") ? document.at(answer.path("$ref").asText().substring(1)) : answer;
    }

    private Schema schema(String reference) {
        return registry.getSchema(SchemaLocation.of(DOCUMENT + reference));
    }
}
