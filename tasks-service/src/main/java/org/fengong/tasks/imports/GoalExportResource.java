package org.fengong.tasks.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.imports.FileFormat;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/goals/export")
@Produces({FileFormat.TEXT_CSV, FileFormat.WORKBOOK})
@Tag(name = "Work imports")
class GoalExportResource {
    private final TableExport export;

    GoalExportResource(TableExport export) {
        this.export = export;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Export the goals of a team",
            description = "As a table that can be imported again: format is csv (default) or xlsx.")
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
                                        value = "team,key,title\r\nbrand-team,launch,Launch Atlas\r\n")),
                @Content(mediaType = FileFormat.WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "There is no such team for this caller.")
    public Response exportGoals(@RestQuery @NotNull UUID teamId, @RestQuery @Size(max = 10) String format) {
        return export.goals(teamId, FileFormat.named(format));
    }
}
