package org.fengong.allocation.notify;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** A member's notifications as server-sent events (WHATWG HTML, section 9.2). */
@Path("/api/v1/members/{id}/notifications/stream")
@Tag(name = "Notifications")
class NotificationStreamResource {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Then a listener comes again, with a token that is still good. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final NotificationStreams streams;
    private final MemberGuard guard;

    NotificationStreamResource(NotificationStreams streams, MemberGuard guard) {
        this.streams = streams;
        this.guard = guard;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Follow a member's notifications",
            description =
                    "By the member. A stream of events named notification, each with the notification as JSON and its id; with Last-Event-ID first what was missed, at most 1,000. One may come twice, which its id tells. It ends after 10 minutes, and then the listener comes again; a comment every 15 s shows that it lives. With too many open streams it answers 503; the list can always be read.")
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "stream",
                                            value =
                                                    "event: notification\nid: 01a21c7d-9a31-7b0e-8f43-1c2d3e4f5a6b\ndata: {\"kind\":\"ASSIGNED\"}\n\n")))
    public Multi<OutboundSseEvent> followNotifications(
            UUID id, @HeaderParam(LAST_EVENT_ID) @Schema(maxLength = 36) String lastEventId, @Context Sse sse) {
        guard.requireSelf(id);
        var lastSeen = idOf(lastEventId);
        var stream = streams.open(id);
        return Multi.createFrom()
                .<List<NotificationResponse>>emitter(emitter -> streams.begin(stream, lastSeen, emitter))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToIterable(news -> events(news, sse))
                .select()
                .first(LONGEST)
                .onTermination()
                .invoke(() -> streams.close(stream));
    }

    private static UUID idOf(String lastEventId) {
        try {
            return lastEventId == null || lastEventId.isBlank() ? null : UUID.fromString(lastEventId.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    Violation.inHeader(LAST_EVENT_ID, "must be the id of an event of this stream"));
        }
    }

    private static List<OutboundSseEvent> events(List<NotificationResponse> news, Sse sse) {
        return news.isEmpty()
                ? List.of(sse.newEventBuilder().comment("still there").build())
                : news.stream()
                        .map(notification -> sse.newEventBuilder()
                                .name("notification")
                                .id(notification.id().toString())
                                .data(NotificationResponse.class, notification)
                                .build())
                        .toList();
    }
}
