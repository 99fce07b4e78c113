package org.fengong.platform;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.http.Versioned;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearWeek;

/** Exercises the platform the way the services do. */
@Path("/api/v1/notes")
class NoteResource {
    static final String TOPIC = "fengong.tasks.task.v1";
    static final String TYPE = "fengong.test.note-changed.v1";

    record NoteRequest(
            @NotNull @Size(min = 1, max = 20) String key,
            @Min(1) @Max(5) int stars) {}

    record NoteResponse(UUID id, String key, int stars, long version) implements Versioned {
        static NoteResponse of(Note note) {
            return new NoteResponse(note.id, note.key, note.stars, note.version);
        }
    }

    @Singleton
    static class NoteKeyUnique implements ConstraintProblem {
        @Override
        public String constraint() {
            return "note_key_unique";
        }

        @Override
        public ProblemException problem() {
            return new ProblemException(ProblemKind.CONFLICT, "note-key-taken", "Another note has this key.");
        }
    }

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final MergePatch mergePatch;

    NoteResource(EntityManager entityManager, Outbox outbox, MergePatch mergePatch) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMIN)
    public RestResponse<NoteResponse> create(@NotNull @Valid NoteRequest request, @Context UriInfo uri) {
        var note = new Note(request.key(), request.stars());
        entityManager.persist(note);
        announce(note);
        return Created.at(uri, note.id, NoteResponse.of(note));
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.ADMIN)
    public NoteResponse patch(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull JsonNode patch) {
        var expected = EntityTags.requiredVersion(ifMatch);
        var note = entityManager.find(Note.class, id, LockModeType.PESSIMISTIC_WRITE);
        EntityTags.requireSame(expected, note.version);
        var changed = mergePatch.apply(new NoteRequest(note.key, note.stars), patch, NoteRequest.class);
        note.key = changed.key();
        note.stars = changed.stars();
        announce(note);
        return NoteResponse.of(note);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.VIEWER})
    public NoteResponse get(UUID id) {
        return NoteResponse.of(entityManager.find(Note.class, id));
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.VIEWER})
    public Page<NoteResponse> list(
            @RestQuery String prefix,
            @RestQuery YearWeek week,
            @RestQuery String sort,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        return Listing.of(entityManager, Note.class)
                .where("e.key like :prefix", "prefix", prefix == null ? null : prefix + "%")
                .sort(sort, Set.of("key", "stars"), "key")
                .page(cursor, limit)
                .map(NoteResponse::of);
    }

    @GET
    @Path("/broken")
    @RolesAllowed(Roles.ADMIN)
    public String broken() {
        throw new IllegalStateException("select secret from table");
    }

    private void announce(Note note) {
        entityManager.flush();
        outbox.append(TOPIC, note.id, TYPE, Map.of("noteId", note.id, "stars", note.stars, "version", note.version));
    }
}
