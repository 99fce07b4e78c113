package org.fengong.members.holiday;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/holiday-calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holiday calendars", description = "Public holidays by region; a working pattern names the one that holds.")
class HolidayCalendarResource {
    private final HolidayCalendarService service;
    private final HolidayCalendarRepository calendars;

    HolidayCalendarResource(HolidayCalendarService service, HolidayCalendarRepository calendars) {
        this.service = service;
        this.calendars = calendars;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Create a holiday calendar",
            description = "It takes time from nobody until a member's working pattern names it.")
    @APIResponseSchema(
            value = HolidayCalendarResponse.class,
            responseCode = "201",
            responseDescription = "The calendar.")
    public RestResponse<HolidayCalendarResponse> createHolidayCalendar(
            @NotNull @Valid CreateHolidayCalendarRequest request, @Context UriInfo uri) {
        var created = HolidayCalendarResponse.of(service.create(request));
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "List holiday calendars", description = "Sorted by key, or by name with sort=name.")
    public Page<HolidayCalendarSummary> listHolidayCalendars(
            @RestQuery @Size(max = 60) String key,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return calendars.list(key, sort, cursor, limit).map(HolidayCalendarSummary::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a holiday calendar",
            description = "With its days; its ETag is what a change sends in If-Match.")
    public HolidayCalendarResponse getHolidayCalendar(UUID id) {
        return HolidayCalendarResponse.of(calendars.require(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Change a holiday calendar",
            description =
                    "A merge patch; holidays replaces the whole list. Weeks that have ended keep theirs. Everybody whose working pattern names the calendar is told of anew.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CreateHolidayCalendarRequest.class)))
    public HolidayCalendarResponse patchHolidayCalendar(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return HolidayCalendarResponse.of(service.patch(id, EntityTags.requiredVersion(ifMatch), patch));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the changes of a holiday calendar",
            description = "Who changed which fields and when; the latest first. By default kept for three years.")
    public Page<ChangeResponse> listHolidayCalendarHistory(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return service.history(id, cursor, limit);
    }
}
