package org.fengong.allocation.assignment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.allocation.assignment.LoadBook.Key;
import org.fengong.allocation.snapshot.Capacity;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.allocation.snapshot.TeamState;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.security.Roles;
import org.fengong.platform.time.Weeks;
import org.jboss.resteasy.reactive.RestQuery;
import org.threeten.extra.YearWeek;

@Path("/api/v1/loads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Loads", description = "How full everybody's weeks are (P3).")
class LoadResource {
    private final LoadBook loadBook;
    private final SnapshotReader snapshots;
    private final TeamAccess access;
    private final EntityManager entityManager;
    private final Clock clock;

    LoadResource(
            LoadBook loadBook, SnapshotReader snapshots, TeamAccess access, EntityManager entityManager, Clock clock) {
        this.loadBook = loadBook;
        this.snapshots = snapshots;
        this.access = access;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read the load of a team or a member",
            description =
                    "Minutes that stand in each week over all teams of a member, against the member's capacity. Name teamId or memberId.")
    @APIResponseSchema(value = LoadsResponse.class, responseCode = "200", responseDescription = "Minutes by week.")
    @APIResponse(responseCode = "404", description = "There is no such team or member, or it is not for this caller.")
    public LoadsResponse getLoads(
            @RestQuery UUID teamId,
            @RestQuery UUID memberId,
            @RestQuery YearWeek from,
            @RestQuery @Min(1) @Max(26) Integer weeks) {
        if ((teamId == null) == (memberId == null)) {
            throw new InvalidRequestException(Violation.inQuery("teamId", "name either teamId or memberId"));
        }
        var members = teamId != null ? membersOf(access.requireReadable(teamId)) : List.of(readable(memberId));
        var first = from == null ? Weeks.of(LocalDate.now(clock)) : from;
        var horizon = Weeks.range(first, weeks == null ? 8 : weeks);
        var ids = members.stream().map(MemberState::memberId).collect(Collectors.toSet());
        var loads = loadBook.loads(ids, first);
        var tasks = tasks(ids, horizon);
        return new LoadsResponse(
                first,
                members.stream()
                        .map(member -> new LoadsResponse.MemberLoad(
                                member.memberId(),
                                member.displayName(),
                                horizon.stream()
                                        .map(week -> weekLoad(member, week, loads, tasks))
                                        .toList()))
                        .toList());
    }

    private static LoadsResponse.WeekLoad weekLoad(
            MemberState member, YearWeek week, Map<Key, Integer> loads, Map<Key, List<UUID>> tasks) {
        var key = new Key(member.memberId(), week);
        var load = loads.getOrDefault(key, 0);
        var capacity = Capacity.minutes(member, week);
        return new LoadsResponse.WeekLoad(
                week,
                load,
                capacity,
                capacity == 0 ? null : load / (double) capacity,
                Math.max(0, load - capacity),
                tasks.getOrDefault(key, List.of()));
    }

    private List<MemberState> membersOf(TeamState team) {
        return List.copyOf(snapshots
                .members(team.members().stream()
                        .map(TeamState.TeamMember::memberId)
                        .collect(Collectors.toSet()))
                .values());
    }

    private MemberState readable(UUID memberId) {
        var teams = access.readable();
        return snapshots
                .member(memberId)
                .filter(member -> access.is(memberId)
                        || teams.isEmpty()
                        || member.memberships().stream()
                                .anyMatch(m -> teams.get().contains(m.teamId())))
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.NOT_FOUND, "member-not-found", "There is no member %s.".formatted(memberId)));
    }

    private Map<Key, List<UUID>> tasks(Collection<UUID> memberIds, List<YearWeek> horizon) {
        var found = new HashMap<Key, List<UUID>>();
        List<?> rows = memberIds.isEmpty()
                ? List.of()
                : entityManager
                        .createNativeQuery(
                                "select distinct w.member_id, w.week, a.task_id from assignment_week w"
                                        + " join assignment a on a.id = w.assignment_id where w.member_id in :members"
                                        + " and w.week between :from and :to and w.minutes > 0",
                                Tuple.class)
                        .setParameter("members", Set.copyOf(memberIds))
                        .setParameter("from", horizon.get(0).toString())
                        .setParameter("to", horizon.get(horizon.size() - 1).toString())
                        .getResultList();
        for (var row : rows) {
            var tuple = (Tuple) row;
            found.computeIfAbsent(
                            new Key(tuple.get(0, UUID.class), YearWeek.parse(tuple.get(1, String.class))),
                            key -> new ArrayList<>())
                    .add(tuple.get(2, UUID.class));
        }
        return found;
    }
}
