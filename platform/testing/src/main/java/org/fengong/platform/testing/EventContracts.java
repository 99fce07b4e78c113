package org.fengong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The published schemas and examples of events: producers prove what they emit, consumers read the examples. */
public final class EventContracts {
    private static final Path FOLDER = RepositoryFiles.root().resolve("contracts/events");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(allSchemas()));

    private EventContracts() {}

    /** Fails unless the data fits {@code contracts/events/<type>.schema.json}. */
    public static void assertFits(String type, JsonNode data) {
        assertFits(type, data.toString());
    }

    /** Fails unless the data fits {@code contracts/events/<type>.schema.json}. */
    public static void assertFits(String type, String json) {
        var schema = REGISTRY.getSchema(read(FOLDER.resolve(type + ".schema.json")), InputFormat.JSON);
        var errors = schema.validate(
                json, InputFormat.JSON, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
        assertThat(errors).as("%s against its schema: %s", type, json).isEmpty();
    }

    /** The published example of a type of event. */
    public static String example(String type) {
        return read(FOLDER.resolve(type + ".example.json"));
    }

    private static Map<String, String> allSchemas() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            var byId = new HashMap<String, String>();
            var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
            for (var file :
                    files.filter(f -> f.toString().endsWith(".schema.json")).toList()) {
                var text = read(file);
                byId.put(mapper.readTree(text).path("$id").asText(), text);
            }
            return byId;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
