package org.fengong.review.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/reviews/{id}")
@Tag(name = "Reports", description = "What stands on the page of a review, to be read by programs.")
class ReportResource {
    private final Reports reports;

    ReportResource(Reports reports) {
        this.reports = reports;
    }

    @GET
    @Path("/report")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a review's report",
            description =
                    "The data of its page: figures beside those of the last reviews, load by member and week, goals with contributions, findings, decisions and their effects. The page itself is at /pages/reviews/{id}.")
    public ReviewReport getReviewReport(UUID id) {
        return reports.of(id);
    }

    @GET
    @Path("/report.csv")
    @Produces(ReportCsv.MEDIA_TYPE)
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a review's report as a table",
            description =
                    "The numbers of the report, one in each row, with what and whose they are. A spreadsheet opens it with every script intact and runs none of its text.")
    @APIResponse(
            responseCode = "200",
            description = "The table, with a header row.",
            content =
                    @Content(
                            mediaType = ReportCsv.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "table", value = """
                                    section,week,member,goal,task,figure,value,unit,skill
                                    figures,,,,,SKILL_FIT,0.92,ratio,
                                    loads,2026-W49,Ana Lima,,,loadMinutes,1200,minutes,
                                    """)))
    public RestResponse<String> getReviewReportTable(UUID id) {
        var report = reports.of(id);
        return RestResponse.ResponseBuilder.ok(ReportCsv.of(report))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"review-%s-%s.csv\"".formatted(report.from(), report.to()))
                .build();
    }
}
