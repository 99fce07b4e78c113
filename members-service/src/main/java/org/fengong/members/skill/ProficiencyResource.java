package org.fengong.members.skill;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.members.Keys;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/proficiency-levels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Skills")
class ProficiencyResource {
    private static final int MOST_FIELDS = 100;

    private final FieldRepository fields;

    ProficiencyResource(FieldRepository fields) {
        this.fields = fields;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read what the proficiency levels mean",
            description =
                    "Levels 1 to 5 with a description that holds everywhere, and an example of each field that has some (P2), in English and Chinese; of one field alone when it is named, else of the first 100 by key.")
    public ProficiencyScale getProficiencyLevels(@RestQuery @Size(max = Keys.MAX_LENGTH) String field) {
        return new ProficiencyScale(ProficiencyLevel.with(
                field == null
                        ? fields.withExamples(MOST_FIELDS)
                        : fields.findByIdOptional(field).stream().toList()));
    }
}
