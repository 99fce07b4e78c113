package org.fengong.members.member;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.batch.Batch;
import org.fengong.platform.batch.BatchAnswer;
import org.fengong.platform.batch.BatchRequest;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearWeek;

@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members", description = "People with their skills, interests and the time they have (S1).")
class MemberResource {
    private final MemberService service;
    private final Members directory;
    private final MemberRepository members;
    private final Memberships memberships;
    private final SkillFacts facts;
    private final MemberAccess access;
    private final Capacities capacities;
    private final Batch batch;

    MemberResource(
            MemberService service,
            Members directory,
            MemberRepository members,
            Memberships memberships,
            SkillFacts facts,
            MemberAccess access,
            Capacities capacities,
            Batch batch) {
        this.service = service;
        this.directory = directory;
        this.members = members;
        this.memberships = memberships;
        this.facts = facts;
        this.access = access;
        this.capacities = capacities;
        this.batch = batch;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Register a member",
            description =
                    "Levels and interests may come with it; teams follow with PUT /teams/{id}/members/{memberId}.")
    @APIResponseSchema(value = MemberResponse.class, responseCode = "201", responseDescription = "The member.")
    public RestResponse<MemberResponse> createMember(
            @NotNull @Valid CreateMemberRequest request, @Context UriInfo uri) {
        var created = directory.find(service.create(request).id());
        return Created.at(uri, created.id(), created);
    }

    @POST
    @Path("/batch")
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Register many members",
            description =
                    "Up to 1,000 items, each as the body of a single registration; one answer per item, in order.")
    public RestResponse<BatchAnswer> createMembers(@NotNull @Valid BatchRequest request) {
        return RestResponse.ok(batch.run(
                request, CreateMemberRequest.class, item -> service.create(item).id()));
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "List members", description = "Sorted by key, or by displayName.")
    public Page<MemberSummary> listMembers(
            @RestQuery @Size(max = 60) String key,
            @RestQuery UUID departmentId,
            @RestQuery UUID teamId,
            @RestQuery Boolean active,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        var page = members.list(key, departmentId, teamId, active, sort, cursor, limit);
        var teams = memberships.byMember(page.items().stream().map(Member::id).toList());
        return page.map(member -> MemberSummary.of(member, teams.get(member.id())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a member",
            description =
                    "Its ETag is what a change of the member, its levels, interests, patterns and absences sends in If-Match.")
    public MemberResponse getMember(UUID id) {
        return directory.find(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Change a member",
            description =
                    "A merge patch of the profile: null deletes, an absent field stays. Another availabilityFactor holds from today on.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MemberProfile.class)))
    public MemberResponse patchMember(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        service.patch(id, EntityTags.requiredVersion(ifMatch), patch);
        return directory.find(id);
    }

    @PUT
    @Path("/{id}/skills/{skillId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD})
    @Operation(
            summary = "Set a proficiency level",
            description =
                    "By an administrator or the lead of one of the member's teams. Who did so, when and on what evidence is kept, see the member's skill facts.")
    public MemberResponse putMemberSkill(
            UUID id,
            UUID skillId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid LevelRequest request) {
        service.hold(
                id, EntityTags.requiredVersion(ifMatch), new SkillLevel(skillId, request.level()), request.evidence());
        return directory.find(id);
    }

    @DELETE
    @Path("/{id}/skills/{skillId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD})
    @Operation(
            summary = "Take a skill from a member",
            description = "By an administrator or the lead of one of the member's teams.")
    public MemberResponse deleteMemberSkill(UUID id, UUID skillId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        service.forget(id, EntityTags.requiredVersion(ifMatch), skillId);
        return directory.find(id);
    }

    @GET
    @Path("/{id}/skill-facts")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read how a member's levels came about",
            description =
                    "When which level was set by whom and on what evidence, the latest first; current=true is what holds now. For the member, the leads of its teams and those who read everything.")
    public Page<SkillFactResponse> listSkillFacts(
            UUID id,
            @RestQuery UUID skillId,
            @RestQuery Boolean current,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        access.requireReader(id);
        return facts.list(id, skillId, current, cursor, limit).map(SkillFact::response);
    }

    @PUT
    @Path("/{id}/interests")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(summary = "Say what one likes to do", description = "All wishes of the member, by the member alone.")
    public MemberResponse putMemberInterests(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid InterestsRequest request) {
        service.wish(id, EntityTags.requiredVersion(ifMatch), request.interests());
        return directory.find(id);
    }

    @PUT
    @Path("/{id}/working-patterns/{validFrom}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD})
    @Operation(
            summary = "Set the working pattern from a day on",
            description =
                    "With the share of that time that is for planned work and the holiday calendar that holds. Earlier patterns stay and none may begin before the current week, so that past weeks keep their capacity.")
    public MemberResponse putWorkingPattern(
            UUID id,
            LocalDate validFrom,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WorkingPatternRequest request) {
        service.work(id, EntityTags.requiredVersion(ifMatch), request.from(validFrom));
        return directory.find(id);
    }

    @POST
    @Path("/{id}/absences")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Report an absence",
            description =
                    "By the member or the lead of one of the member's teams. It may overlap others; no day counts more than once.")
    @APIResponseSchema(value = Absence.class, responseCode = "201", responseDescription = "The absence.")
    public RestResponse<Absence> createAbsence(
            UUID id, @NotNull @Valid CreateAbsenceRequest request, @Context UriInfo uri) {
        var absence = service.beAway(id, request);
        return Created.at(uri, absence.absenceId(), absence);
    }

    @DELETE
    @Path("/{id}/absences/{absenceId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Take an absence back",
            description = "By the member or the lead of one of the member's teams.")
    public MemberResponse deleteAbsence(UUID id, UUID absenceId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        service.returnFrom(id, EntityTags.requiredVersion(ifMatch), absenceId);
        return directory.find(id);
    }

    @GET
    @Path("/{id}/capacity")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a member's capacity by week",
            description =
                    "capacityMinutes = floor(Σ over the week's days of availabilityFactor × (grossMinutes − holidayMinutes − absenceMinutes)); weeks are ISO weeks in the member's time zone.")
    public CapacityResponse getCapacity(UUID id, @RestQuery YearWeek from, @RestQuery @Min(1) @Max(26) Integer weeks) {
        return capacities.byWeek(id, from, weeks == null ? 8 : weeks);
    }

    @GET
    @Path("/{id}/capacity/days")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a member's capacity by day",
            description =
                    "From today in the member's time zone unless said otherwise. Each day is rounded down alone: a week may hold a few minutes more than its days.")
    public DailyCapacityResponse getDailyCapacity(
            UUID id, @RestQuery LocalDate from, @RestQuery @Min(1) @Max(92) Integer days) {
        return capacities.byDay(id, from, days == null ? 28 : days);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the changes of a member",
            description =
                    "Who changed which fields, when and why: profile, working patterns, absences, levels, interests, learning wishes and memberships; the latest first. For the member, the leads of its teams and those who read everything. By default kept for three years.")
    public Page<ChangeResponse> listMemberHistory(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return service.history(id, cursor, limit);
    }
}
