package org.fengong.allocation.plan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The progress of a plan as server-sent events (WHATWG HTML, section 9.2). */
@Path("/api/v1/plans")
@Tag(name = "Plans")
class PlanEventsResource {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Looks without news after which a comment shows that the stream lives: 15 s. */
    private static final int QUIET_LOOKS = 30;

    private static final long STOP = -1;

    private final PlanService service;
    private final PlanRepository plans;
    private final Semaphore free;
    private final BroadcastProcessor<Long> stop = BroadcastProcessor.create();

    PlanEventsResource(PlanService service, PlanRepository plans, PlanningConfig config) {
        this.service = service;
        this.plans = plans;
        free = new Semaphore(config.eventStreams());
    }

    /** Ends all streams: the service would wait for them, and their listeners find another replica. */
    void stopStreams(@Observes ShutdownDelayInitiatedEvent event) {
        stop.onNext(STOP);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Follow a plan while it is solved",
            description =
                    "A stream of events named state, one at once and one for each better plan or bound that is seen at the search, each with the status and, once there is one, value, bound, gap and steps as JSON. It ends after the first state that is not SOLVING, after 10 minutes, or when the service stops; a comment every 15 s shows that it lives. With too many open streams it answers 503; the plan itself can always be polled.")
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
                                                    "event: state\ndata: {\"status\":\"DRAFT\",\"value\":120,\"bound\":120,\"gap\":0.0,\"steps\":8192}\n\n")))
    public Multi<OutboundSseEvent> followPlan(UUID id, @Context Sse sse) {
        service.read(id);
        if (!free.tryAcquire()) {
            throw new PlanningBusyException("Too many plans are followed at this moment", Duration.ofSeconds(5));
        }
        var follower = new Follower(id, sse);
        var looks = Multi.createFrom().ticks().every(PAUSE).onOverflow().drop();
        return Multi.createBy()
                .merging()
                .streams(looks, stop)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToIterable(look -> look == STOP ? List.of(follower.end) : follower.look())
                .select()
                .first(event -> event != follower.end)
                .select()
                .first(LONGEST)
                .onTermination()
                .invoke(() -> free.release());
    }

    /** What one listener has been told. */
    private final class Follower {
        private final UUID planId;
        private final Sse sse;
        private final OutboundSseEvent end;
        private PlanEvent told;
        private int quiet;

        Follower(UUID planId, Sse sse) {
            this.planId = planId;
            this.sse = sse;
            end = sse.newEventBuilder().comment("end").build();
        }

        List<OutboundSseEvent> look() {
            var now = QuarkusTransaction.requiringNew().call(() -> PlanEvent.of(plans.findById(planId)));
            if (now.equals(told)) {
                return ++quiet % QUIET_LOOKS == 0
                        ? List.of(sse.newEventBuilder().comment("still solving").build())
                        : List.of();
            }
            told = now;
            quiet = 0;
            var event = sse.newEventBuilder()
                    .name("state")
                    .data(PlanEvent.class, now)
                    .build();
            return now.isLast() ? List.of(event, end) : List.of(event);
        }
    }
}
