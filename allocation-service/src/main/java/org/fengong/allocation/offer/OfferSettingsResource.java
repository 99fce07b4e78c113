package org.fengong.allocation.offer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.security.Roles;

@Path("/api/v1/teams/{id}/offer-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Offers")
class OfferSettingsResource {
    private final EntityManager entityManager;
    private final TeamAccess access;
    private final MergePatch mergePatch;

    OfferSettingsResource(EntityManager entityManager, TeamAccess access, MergePatch mergePatch) {
        this.entityManager = entityManager;
        this.access = access;
        this.mergePatch = mergePatch;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a team's offer settings",
            description =
                    "How long a member has to answer, and what becomes of a role whose offer was declined or expired. Its ETag is what a change sends in If-Match.")
    public OfferSettingsResponse getOfferSettings(UUID id) {
        access.requireReadable(id);
        var settings = entityManager.find(OfferSettings.class, id);
        return (settings == null ? new OfferSettings(id) : settings).response();
    }

    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD})
    @Operation(
            summary = "Change a team's offer settings",
            description = "By its lead. A merge patch: an absent field stays. Offers that are out keep their time.")
    @RequestBody(content = @Content(schema = @Schema(implementation = OfferSettingsForm.class)))
    public OfferSettingsResponse patchOfferSettings(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        access.requireLed(id);
        entityManager
                .createNativeQuery("insert into offer_settings (team_id, working_days, on_decline, version)"
                        + " values (:team, :days, :onDecline, 1) on conflict do nothing")
                .setParameter("team", id)
                .setParameter("days", OfferSettingsForm.DEFAULT.workingDays())
                .setParameter("onDecline", OfferSettingsForm.DEFAULT.onDecline().name())
                .executeUpdate();
        var settings = entityManager.find(OfferSettings.class, id, LockModeType.PESSIMISTIC_WRITE);
        EntityTags.requireSame(
                EntityTags.requiredVersion(ifMatch), settings.response().version());
        settings.change(mergePatch.apply(settings.form(), patch, OfferSettingsForm.class));
        entityManager.flush();
        return settings.response();
    }
}
