package org.fengong.members.team;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.UUID;
import org.fengong.members.MembersTopics;
import org.fengong.members.department.Departments;
import org.fengong.members.member.Members;
import org.fengong.members.member.MembershipTerms;
import org.fengong.members.member.Memberships;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.security.Caller;

@ApplicationScoped
class TeamService {
    private final TeamRepository teams;
    private final Memberships memberships;
    private final Members members;
    private final Departments departments;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final ChangeHistory history;
    private final Caller caller;

    TeamService(
            TeamRepository teams,
            Memberships memberships,
            Members members,
            Departments departments,
            MergePatch mergePatch,
            Outbox outbox,
            ChangeHistory history,
            Caller caller) {
        this.teams = teams;
        this.memberships = memberships;
        this.members = members;
        this.departments = departments;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.history = history;
        this.caller = caller;
    }

    @Transactional
    TeamResponse create(CreateTeamRequest request) {
        requireReferences(request);
        var team = Team.create(request);
        teams.persist(team);
        return announced(team, "created", caller.actorName(), null);
    }

    @Transactional
    TeamResponse patch(UUID id, long expectedVersion, JsonNode patch) {
        var team = teams.requireLocked(id);
        EntityTags.requireSame(expectedVersion, team.version());
        var changed = mergePatch.apply(CreateTeamRequest.of(team), patch, CreateTeamRequest.class);
        requireReferences(changed);
        team.change(changed);
        return announced(team, "changed", caller.actorName(), null);
    }

    Page<ChangeResponse> history(UUID id, String cursor, Integer limit) {
        teams.require(id);
        return history.of(id, cursor, limit);
    }

    @Transactional
    TeamResponse putMember(UUID id, UUID memberId, long expectedVersion, MembershipTerms terms) {
        var team = requireLed(id, expectedVersion);
        memberships.put(id, memberId, terms, caller.actorName(), null);
        return membershipChanged(team, caller.actorName(), null);
    }

    @Transactional
    TeamResponse removeMember(UUID id, UUID memberId, long expectedVersion) {
        var team = requireLed(id, expectedVersion);
        if (!memberships.remove(id, memberId, caller.actorName())) {
            throw new ProblemException(
                    ProblemKind.NOT_FOUND,
                    "membership-not-found",
                    "The member %s is not in the team %s.".formatted(memberId, team.key()));
        }
        return membershipChanged(team, caller.actorName(), null);
    }

    /**
     * A membership is not a column of the team, so its version has to be raised by hand.
     *
     * @param reason null when nobody said why
     */
    TeamResponse membershipChanged(Team team, String actor, String reason) {
        teams.getEntityManager().lock(team, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return announced(team, "changed", actor, reason);
    }

    private TeamResponse announced(Team team, String action, String actor, String reason) {
        teams.flush(); // gives the version that the event carries
        var inTeam = memberships.of(team.id());
        outbox.append(MembersTopics.ORGANISATION, team.id(), TeamChanged.TYPE, TeamChanged.of(team, inTeam));
        var response = TeamResponse.of(team, inTeam);
        history.keep(team.id(), team.version(), action, actor, reason, response);
        return response;
    }

    /** Only an administrator or the team's lead sees it here; to others it is not there. */
    private Team requireLed(UUID id, long expectedVersion) {
        var team = teams.requireLocked(id);
        var leads = caller.mayLead()
                && caller.tokenCovers(id)
                && caller.memberId().filter(m -> m.equals(team.leadId())).isPresent();
        if (!caller.isAdmin() && !leads) {
            throw new TeamNotFoundException(id);
        }
        EntityTags.requireSame(expectedVersion, team.version());
        return team;
    }

    private void requireReferences(CreateTeamRequest request) {
        if (!ZoneId.getAvailableZoneIds().contains(request.timeZone())) {
            throw new InvalidRequestException(
                    Violation.inBody("timeZone", "is no IANA time zone such as Europe/Lisbon"));
        }
        departments.requireKnown(request.departmentId(), "departmentId");
        members.requireKnown(request.leadId(), "leadId");
    }
}
