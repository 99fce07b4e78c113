package org.fengong.members.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.members.member.ManyMembers;
import org.fengong.platform.imports.Export;
import org.fengong.platform.imports.FileFormat;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/absences/export")
@Produces({FileFormat.TEXT_CSV, FileFormat.WORKBOOK})
@Tag(name = "Member imports")
class AbsenceExportResource {
    private static final int AT_ONCE = 200;

    private final ManyMembers members;

    AbsenceExportResource(ManyMembers members) {
        this.members = members;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "Export the absences",
            description = "Of all members, as a table that can be imported again: format is csv (default) or xlsx.")
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
                                        value = "member,kind,from,to\r\nana-lima,VACATION,2026-12-21,2026-12-31\r\n")),
                @Content(mediaType = FileFormat.WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response exportAbsences(@RestQuery @Size(max = 10) String format) {
        return Export.answer(FileFormat.named(format), "absences", "absences", AbsenceImport.COLUMNS, table -> {
            for (var part = after("");
                    !part.isEmpty();
                    part = after(part.get(part.size() - 1).key())) {
                for (var member : part) {
                    for (var absence : member.absences()) {
                        table.write(Map.of(
                                "member", member.key(),
                                "kind", absence.kind().name(),
                                "from", absence.from(),
                                "to", absence.to(),
                                "share", BigDecimal.valueOf(absence.share())));
                    }
                }
            }
        });
    }

    private List<ManyMembers.Known> after(String key) {
        return QuarkusTransaction.requiringNew().call(() -> members.next(key, AT_ONCE));
    }
}
