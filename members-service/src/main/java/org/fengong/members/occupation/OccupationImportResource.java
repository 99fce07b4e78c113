package org.fengong.members.occupation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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
import org.fengong.members.esco.EscoFile;
import org.fengong.members.esco.ImportAnswer;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/occupations/import")
@Consumes(EscoFile.MEDIA_TYPE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Occupations")
class OccupationImportResource {
    private final OccupationImport occupationImport;

    OccupationImportResource(OccupationImport occupationImport) {
        this.occupationImport = occupationImport;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Import occupations of ESCO",
            description =
                    "A file in UTF-8 with the columns occupationUri and label, and perhaps code, iscoGroup and description. An occupation is known by its address; one that is there stays as it is. Either all rows are taken or none.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = EscoFile.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, maxLength = EscoFile.MAX_LENGTH),
                            examples = @ExampleObject(name = "occupations", value = """
                                    occupationUri,code,iscoGroup,label
                                    http://data.europa.eu/esco/occupation/b1ab3572-fa2f-4624-8eac-3c3d986d237b,2431.1,2431,advertising copywriter
                                    """)))
    public RestResponse<ImportAnswer> importOccupations(
            @NotNull @Size(max = EscoFile.MAX_LENGTH) String csv, @RestQuery Boolean dryRun) {
        return RestResponse.ok(occupationImport.run(csv, Boolean.TRUE.equals(dryRun)));
    }

    @POST
    @Path("/skills")
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Import the skills that occupations of ESCO need",
            description =
                    "A file in UTF-8 with the columns occupationUri, skillUri and relationType (essential or optional), and perhaps occupationLabel, skillLabel and skillType. Occupations and skills must be there; what an occupation needs beside the file stays. Either all rows are taken or none.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = EscoFile.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, maxLength = EscoFile.MAX_LENGTH),
                            examples = @ExampleObject(name = "skills", value = """
                                    occupationUri,skillUri,relationType
                                    http://data.europa.eu/esco/occupation/b1ab3572-fa2f-4624-8eac-3c3d986d237b,http://data.europa.eu/esco/skill/ce592b28-4467-4908-b2e6-64bbe18da631,essential
                                    """)))
    public RestResponse<ImportAnswer> importOccupationSkills(
            @NotNull @Size(max = EscoFile.MAX_LENGTH) String csv, @RestQuery Boolean dryRun) {
        return RestResponse.ok(occupationImport.runSkills(csv, Boolean.TRUE.equals(dryRun)));
    }
}
