package org.fengong.platform.openapi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives every body its example. Examples of requests stand beside their class, those of answers in META-INF/openapi.yaml;
 * a page shows its item's.
 */
class Examples {
    private final Components components;

    Examples(OpenAPI api) {
        this.components = api.getComponents();
        if (components.getExamples() == null) {
            components.setExamples(new LinkedHashMap<>());
        }
    }

    void describe(List<ApiOperation> operations) {
        components.getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null
                    && schema.getExamples() != null
                    && !schema.getExamples().isEmpty()) {
                add(name, schema.getExamples().get(0));
                schema.setExamples(null);
            }
        });
        components.getSchemas().forEach((name, schema) -> {
            var item = itemOf(schema);
            if (item != null && exampleOf(item) != null && exampleOf(name) == null) {
                add(name, Map.of("items", List.of(exampleOf(item))));
            }
        });
        var shown = new HashSet<String>();
        operations.forEach(operation -> operation.bodies().forEach(body -> show(body, shown)));
        List.copyOf(components.getExamples().keySet()).stream()
                .filter(name -> !shown.contains(name))
                .forEach(components::removeExample);
    }

    private void add(String name, Object value) {
        components.addExample(name, OASFactory.createExample().value(value));
    }

    private Object exampleOf(String schema) {
        var example = components.getExamples().get(schema);
        return example == null ? null : example.getValue();
    }

    private static String itemOf(Schema schema) {
        var items =
                schema.getProperties() == null ? null : schema.getProperties().get("items");
        return items == null || items.getItems() == null || items.getItems().getRef() == null
                ? null
                : ApiOperation.nameOf(items.getItems());
    }

    private void show(Content content, Set<String> shown) {
        ApiOperation.schemaOf(content).filter(name -> exampleOf(name) != null).ifPresent(name -> {
            shown.add(name);
            content.getMediaTypes()
                    .values()
                    .forEach(media ->
                            media.addExample(name, OASFactory.createExample().ref("#/components/examples/" + name)));
        });
    }
}
