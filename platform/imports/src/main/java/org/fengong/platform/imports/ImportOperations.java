package org.fengong.platform.imports;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Names the operations of imports after their path: startImport of work-imports is startWorkImport. States their roles,
 * too, which the extension does not look for in a superclass.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class ImportOperations implements OASFilter {
    private static final Pattern PATH = Pattern.compile("/api/v1/(\\w)(\\w*)-imports(/.*)?");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        api.getPaths().getPathItems().forEach((address, item) -> {
            var path = PATH.matcher(address);
            if (path.matches()) {
                var kind = path.group(1).toUpperCase(Locale.ROOT) + path.group(2);
                item.getOperations().values().forEach(operation -> describe(operation, kind));
            }
        });
    }

    private static void describe(Operation operation, String kind) {
        var name = operation.getOperationId();
        var roles = Stream.of(ImportResource.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .flatMap(method ->
                        Stream.of(method.getAnnotation(RolesAllowed.class).value()))
                .toList();
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("roles", roles)));
        operation.setOperationId(name.replace("Import", kind + "Import"));
    }
}
