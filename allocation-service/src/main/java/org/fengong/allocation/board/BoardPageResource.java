package org.fengong.allocation.board;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.page.Language;
import org.fengong.platform.page.PageTexts;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The board for people; what it shows is in the API. */
@Path("/pages/teams/{id}/board")
class BoardPageResource {
    /** Then the page comes again, and is asked again who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final BoardService boards;
    private final BoardStreams streams;
    private final TeamAccess access;
    private final Template page;

    BoardPageResource(
            BoardService boards, BoardStreams streams, TeamAccess access, @Location("board/page.html") Template page) {
        this.boards = boards;
        this.streams = streams;
        this.access = access;
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(hidden = true)
    public RestResponse<String> getBoardPage(
            UUID id, @RestQuery @Size(max = 35) String lang, @Context HttpHeaders headers) {
        var language = Language.of(lang, headers.getAcceptableLanguages());
        var shown = new BoardPage(boards.ofTeam(id), new PageTexts(language, BoardPage.class));
        return shown.frame().answer(page, shown);
    }

    /**
     * Server-sent events named {@code changed} (WHATWG HTML, section 9.2): one when the stream has begun, since a page may
     * have missed something before, then one after each change of what the board shows.
     */
    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> followBoard(UUID id, @Context Sse sse) {
        access.requireReadable(id);
        var stream = streams.open(id);
        return Multi.createFrom()
                .<Boolean>emitter(stream::begin)
                .map(changed -> changed
                        ? sse.newEventBuilder()
                                .name("changed")
                                .data(id.toString())
                                .build()
                        : sse.newEventBuilder().comment("still there").build())
                .select()
                .first(LONGEST)
                .onTermination()
                .invoke(() -> streams.close(stream));
    }
}
