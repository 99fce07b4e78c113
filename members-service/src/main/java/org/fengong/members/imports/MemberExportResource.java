package org.fengong.members.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.members.department.Departments;
import org.fengong.members.member.ManyMembers;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Export;
import org.fengong.platform.imports.FileFormat;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/members/export")
@Produces({FileFormat.TEXT_CSV, FileFormat.WORKBOOK})
@Tag(name = "Member imports")
class MemberExportResource {
    private static final int AT_ONCE = 200;

    private final ManyMembers members;
    private final Departments departments;

    MemberExportResource(ManyMembers members, Departments departments) {
        this.members = members;
        this.departments = departments;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "Export the members",
            description = "Their profiles, as a table that can be imported again: format is csv (default) or xlsx.")
    @APIResponse(
            responseCode = "200",
            description = "The table.",
            content = {
                @Content(
                        mediaType = FileFormat.TEXT_CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "csv",
                                        value = "key,displayName,email\r\nana-lima,Ana Lima,ana.lima@example.com\r\n")),
                @Content(mediaType = FileFormat.WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response exportMembers(@RestQuery @Size(max = 10) String format) {
        return Export.answer(FileFormat.named(format), "members", "members", MemberImport.COLUMNS, table -> {
            for (var part = after(""); !part.isEmpty(); part = after(lastKey(part))) {
                for (var row : part) {
                    table.write(row);
                }
            }
        });
    }

    private static String lastKey(List<Map<String, Object>> part) {
        return (String) part.get(part.size() - 1).get("key");
    }

    private List<Map<String, Object>> after(String key) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var profiles =
                    members.next(key, AT_ONCE).stream().map(members::profile).toList();
            var names = departments.keysById(
                    profiles.stream().map(MemberExportResource::departmentId).collect(Collectors.toSet()));
            return profiles.stream().map(profile -> row(profile, names)).toList();
        });
    }

    private static UUID departmentId(JsonNode profile) {
        return UUID.fromString(profile.get("departmentId").asText());
    }

    private static Map<String, Object> row(JsonNode profile, Map<UUID, String> departmentKeys) {
        var row = new HashMap<String, Object>();
        for (var column : MemberImport.COLUMNS) {
            var value = profile.get(column.name());
            if (value != null) {
                row.put(column.name(), cell(column, value));
            }
        }
        row.put("department", departmentKeys.get(departmentId(profile)));
        return row;
    }

    private static Object cell(Column column, JsonNode value) {
        return switch (column.type()) {
            case DATE -> LocalDate.parse(value.asText());
            case NUMBER -> value.decimalValue();
            default -> value.asText();
        };
    }
}
