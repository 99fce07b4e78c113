package org.fengong.members.skill;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.members.Keys;
import org.fengong.members.esco.EscoFile;
import org.fengong.members.esco.ImportAnswer;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/skills/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Skills")
class SkillImportResource {
    private final SkillImport skillImport;

    SkillImportResource(SkillImport skillImport) {
        this.skillImport = skillImport;
    }

    @POST
    @Consumes(EscoFile.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Import skills of ESCO",
            description =
                    "A file in UTF-8 with the columns skillUri and label, and perhaps skillType, reuseLevel, description and field (S1, W2). A skill is known by its address: one that is there keeps its names and field and is found by the label, too; a second import changes nothing. Either all rows are taken or none.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = EscoFile.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, maxLength = EscoFile.MAX_LENGTH),
                            examples = @ExampleObject(name = "skills", value = """
                                    skillUri,skillType,reuseLevel,label,field
                                    http://data.europa.eu/esco/skill/fe39d4db-4cb5-4299-bb9f-896c8fd6ab13,knowledge,cross-sector,market research,market-research
                                    """)))
    public RestResponse<ImportAnswer> importSkills(
            @NotNull @Size(max = EscoFile.MAX_LENGTH) String csv,
            @RestQuery @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH) String field,
            @RestQuery Boolean dryRun) {
        return RestResponse.ok(skillImport.run(csv, field, Boolean.TRUE.equals(dryRun)));
    }
}
