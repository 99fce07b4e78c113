package org.fengong.review.report;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengong.platform.page.Language;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Pages for people; what they show is in the API. */
@Path("/pages/reviews/{id}")
class PageResource {
    private final Reports reports;
    private final Template page;

    PageResource(Reports reports, @Location("report/page.html") Template page) {
        this.reports = reports;
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(hidden = true)
    public RestResponse<String> getReviewPage(
            UUID id, @RestQuery @Size(max = 35) String lang, @Context HttpHeaders headers) {
        var language = Language.of(lang, headers.getAcceptableLanguages());
        var shown = new ReportPage(reports.of(id), new Texts(language));
        return shown.frame().answer(page, shown);
    }
}
