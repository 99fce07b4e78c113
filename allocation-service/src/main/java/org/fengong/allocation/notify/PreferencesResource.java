package org.fengong.allocation.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.security.Roles;

@Path("/api/v1/members/{id}/notification-preferences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
class PreferencesResource {
    private final Preferences preferences;
    private final MemberGuard guard;

    PreferencesResource(Preferences preferences, MemberGuard guard) {
        this.preferences = preferences;
        this.guard = guard;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Read a member's notification preferences",
            description =
                    "By the member, or admin. Everything is in the feed; of what is listed an e-mail is sent, too. Until the member says otherwise that is an offer alone.")
    public PreferencesResponse getNotificationPreferences(UUID id) {
        guard.requireReadable(id);
        return preferences.of(id);
    }

    @PUT
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Replace a member's notification preferences",
            description = "By the member. They hold for what is told from now on.")
    public PreferencesResponse putNotificationPreferences(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid PreferencesRequest request) {
        guard.requireSelf(id);
        return preferences.change(id, EntityTags.requiredVersion(ifMatch), request);
    }
}
