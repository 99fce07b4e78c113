package org.fengong.allocation.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** Calendar programs send no token: the address itself is the permission. */
@Path("/api/v1/calendars/{secret}")
@Tag(name = "Notifications")
class CalendarResource {
    private static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

    private final CalendarAddresses addresses;
    private final SnapshotReader snapshots;
    private final MemberCalendar calendar;

    CalendarResource(CalendarAddresses addresses, SnapshotReader snapshots, MemberCalendar calendar) {
        this.addresses = addresses;
        this.snapshots = snapshots;
        this.calendar = calendar;
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Transactional
    @PermitAll
    @Operation(
            summary = "Read a member's calendar",
            description =
                    "For whoever knows the secret address; there is no token. An all-day event for each standing assignment and run of weeks; an offer that waits for its answer is TENTATIVE. With If-None-Match it answers 304 when nothing has changed.")
    @Parameter(
            name = "secret",
            in = ParameterIn.PATH,
            description = "Of the member's calendar address.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
    @APIResponse(
            responseCode = "200",
            description = "iCalendar (RFC 5545).",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Of the text.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200)),
            content =
                    @Content(
                            mediaType = MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "calendar",
                                            value =
                                                    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Fengong//allocation-service//EN\r\nBEGIN:VEVENT\r\nUID:01a21332-bcc6-76c7-8513-bf779c626a9f-0@fengong\r\nDTSTAMP:20261130T080011Z\r\nSUMMARY:Write the flyer · Author\r\nDTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261207\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")))
    @APIResponse(responseCode = "304", description = "What the caller has is still the same.")
    public Response getCalendar(String secret, @Context Request request) {
        var text = addresses
                .memberOf(secret)
                .flatMap(snapshots::member)
                .filter(MemberState::active)
                .map(calendar::of)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "calendar-not-found",
                        "There is no calendar at this address. Make a new one; an earlier address works no more."));
        var tag = new EntityTag(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(text) : unchanged).tag(tag).build();
    }
}
