package org.fengong.members.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.members.skill.ManySkills;
import org.fengong.members.skill.SkillResponse;
import org.fengong.platform.imports.Cells;
import org.fengong.platform.imports.Export;
import org.fengong.platform.imports.FileFormat;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/skills/export")
@Produces({FileFormat.TEXT_CSV, FileFormat.WORKBOOK})
@Tag(name = "Member imports")
class SkillExportResource {
    private static final int AT_ONCE = 200;

    private final ManySkills skills;

    SkillExportResource(ManySkills skills) {
        this.skills = skills;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Export the skills",
            description =
                    "The catalogue without merged skills, as a table that can be imported again: format is csv (default) or xlsx.")
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
                                        value =
                                                "key,nameEn,nameZhTw,field\r\ncopywriting,Copywriting,文案寫作,content\r\n")),
                @Content(mediaType = FileFormat.WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response exportSkills(@RestQuery @Size(max = 10) String format) {
        return Export.answer(FileFormat.named(format), "skills", "skills", SkillTableImport.COLUMNS, table -> {
            for (var part = after("");
                    !part.isEmpty();
                    part = after(part.get(part.size() - 1).key())) {
                for (var skill : part) {
                    table.write(row(skill));
                }
            }
        });
    }

    private List<SkillResponse> after(String key) {
        return QuarkusTransaction.requiringNew().call(() -> skills.next(key, AT_ONCE));
    }

    private static Map<String, Object> row(SkillResponse skill) {
        var row = new HashMap<String, Object>();
        row.put("key", skill.key());
        row.put("nameEn", skill.names().en());
        row.put("nameZhTw", skill.names().zhTw());
        row.put("nameZhCn", skill.names().zhCn());
        row.put("field", skill.field());
        row.put("aliasesEn", Cells.joined(skill.aliases().en()));
        row.put("aliasesZhTw", Cells.joined(skill.aliases().zhTw()));
        row.put("aliasesZhCn", Cells.joined(skill.aliases().zhCn()));
        row.put("escoUri", skill.escoUri());
        return row;
    }
}
