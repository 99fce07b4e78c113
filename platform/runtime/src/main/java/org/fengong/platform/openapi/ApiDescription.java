package org.fengong.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.servers.Server;

/**
 * Completes a service's OpenAPI document by the rules that hold for every operation, so that a resource only states
 * what is particular about its own.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String SCHEME = "bearerToken";
    private static final String ROLES = """
            A JWT of the company's identity provider with the audience `fengong`. Its claim `groups` holds the roles:

            - `admin` keeps the organisation: departments, teams, skills, members
            - `lead` commands the teams whose `leadId` is the token's claim `member`; a claim `teams` only narrows that
            - `member` acts for the member in the claim `member`
            - `viewer` reads everything and changes nothing
            - `service` is another system; with the header `Fengong-Actor` it acts for that member

            The roles that an operation accepts are listed with its security requirement.""";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        if (api.getPaths() == null) {
            return;
        }
        api.addServer(server());
        api.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT (RFC 8725)")
                                .description(ROLES));
        var operations = ApiOperation.all(api);
        operations.forEach(o -> o.operation()
                .setSecurity(
                        o.isOpen()
                                ? List.of()
                                : List.of(OASFactory.createSecurityRequirement()
                                        .addScheme(SCHEME, rolesOf(o.operation())))));
        new CommonAnswers(api).describe(operations);
        new CommonHeaders(api).describe(operations);
        new Schemas(api).describe(operations);
        new Examples(api).describe(operations);
        operations.forEach(o -> {
            var answers = o.operation().getResponses();
            answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
        });
    }

    /** Named after the service, so that the documents of all services can be joined. */
    private static Server server() {
        var service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        var port = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.http.port", String.class)
                .orElse("8080");
        return OASFactory.createServer()
                .url("{%s}".formatted(service))
                .description("The local suite; elsewhere the address, over TLS, that its operators give")
                .addVariable(service, OASFactory.createServerVariable().defaultValue("http://localhost:" + port))
                .addExtension("x-internal", false);
    }

    /** The extension states them under a scheme of its own. */
    static List<String> rolesOf(Operation operation) {
        return operation.getSecurity() == null
                ? List.of()
                : operation.getSecurity().stream()
                        .flatMap(requirement -> requirement.getSchemes().values().stream())
                        .flatMap(List::stream)
                        .distinct()
                        .sorted()
                        .toList();
    }
}
