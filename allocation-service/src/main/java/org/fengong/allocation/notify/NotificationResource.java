package org.fengong.allocation.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "What a member is told: a feed, a stream, e-mail and a calendar (S5).")
class NotificationResource {
    private final NotificationRepository notifications;
    private final MemberGuard guard;
    private final Clock clock;

    NotificationResource(NotificationRepository notifications, MemberGuard guard, Clock clock) {
        this.notifications = notifications;
        this.guard = guard;
        this.clock = clock;
    }

    @GET
    @Path("/members/{id}/notifications")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "List a member's notifications",
            description =
                    "By the member, or admin. All of them, or with unread those alone that are unread (true) or read (false); the newest first.")
    public Page<NotificationResponse> listNotifications(
            UUID id,
            @RestQuery Boolean unread,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        guard.requireReadable(id);
        return notifications.list(id, unread, sort, cursor, limit).map(Notification::response);
    }

    @POST
    @Path("/members/{id}/notifications/read-all")
    @Idempotent
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(summary = "Mark all notifications as read", description = "By the member.")
    public RestResponse<ReadAllResponse> readAllNotifications(UUID id) {
        guard.requireSelf(id);
        return RestResponse.ok(new ReadAllResponse(notifications.readAll(id, clock.instant())));
    }

    @POST
    @Path("/notifications/{id}/read")
    @Idempotent
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Mark a notification as read",
            description = "By the member it is for. The time of the first reading stays.")
    public RestResponse<NotificationResponse> readNotification(UUID id) {
        var notification = notifications
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> guard.isSelf(found.memberId()))
                .orElseThrow(() -> new NotificationNotFoundException(id));
        notification.read(clock.instant());
        return RestResponse.ok(notification.response());
    }
}
