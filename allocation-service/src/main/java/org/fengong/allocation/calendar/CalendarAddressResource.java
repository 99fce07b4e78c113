package org.fengong.allocation.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/members/{id}/calendar-address")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
class CalendarAddressResource {
    private final CalendarAddresses addresses;
    private final TeamAccess access;

    CalendarAddressResource(CalendarAddresses addresses, TeamAccess access) {
        this.addresses = addresses;
        this.access = access;
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Make a secret address of a member's calendar",
            description =
                    "By the member. An earlier address works no more. The secret is shown in this answer alone and kept as a hash; so a repeated request makes another one, whatever its Idempotency-Key.")
    public RestResponse<CalendarAddressResponse> createCalendarAddress(UUID id, @Context UriInfo uri) {
        requireSelf(id);
        var address = uri.getBaseUriBuilder().path("api/v1/calendars").path(addresses.renew(id));
        return RestResponse.ok(new CalendarAddressResponse(id, address.build().toString()));
    }

    @DELETE
    @Transactional
    @RolesAllowed({Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Revoke the address of a member's calendar",
            description = "By the member; also when there is none.")
    public void deleteCalendarAddress(UUID id) {
        requireSelf(id);
        addresses.revoke(id);
    }

    private void requireSelf(UUID id) {
        if (!access.is(id)) {
            throw new ProblemException(
                    ProblemKind.NOT_FOUND, "member-not-found", "There is no member %s.".formatted(id));
        }
    }
}
