package org.fengong.review.pulse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.security.Caller;
import org.fengong.platform.time.Weeks;
import org.fengong.review.member.MemberForgotten;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Period;
import org.fengong.review.metric.PulseAverages;
import org.fengong.review.organisation.Team;
import org.fengong.review.organisation.TeamAccess;
import org.threeten.extra.YearWeek;

/** Takes the members' pulses and tells what may be told of them. */
@ApplicationScoped
public class Pulses {
    private final EntityManager entityManager;
    private final TeamAccess access;
    private final Caller caller;
    private final Clock clock;

    Pulses(EntityManager entityManager, TeamAccess access, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** Those of the period's weeks. */
    public List<Facts.Pulse> facts(UUID teamId, Period period) {
        return entityManager
                .createQuery(
                        "select p from Pulse p where p.teamId = :team and p.week between :from and :to order by p.id",
                        Pulse.class)
                .setParameter("team", teamId)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .getResultStream()
                .map(Pulse::fact)
                .toList();
    }

    /**
     * @throws NotTeamMemberException when the caller does not belong to the team in the week
     * @throws RuleViolatedException for any week but the current one: what was told of a week must not change
     * @throws PulseAlreadyGivenException when the caller has given one for the week
     */
    @Transactional
    PulseResponse give(UUID teamId, PulseRequest request) {
        var team = access.requireReadable(teamId);
        if (request.week().isAfter(team.currentWeek(clock))) {
            throw new RuleViolatedException(
                    "period-in-future",
                    "week",
                    "A pulse looks back: the week it can be of is the current one, %s."
                            .formatted(team.currentWeek(clock)));
        }
        if (request.week().isBefore(team.currentWeek(clock))) {
            throw new RuleViolatedException(
                    "pulse-week-over",
                    "week",
                    "The averages of %s may be told already. A pulse can be given of %s."
                            .formatted(request.week(), team.currentWeek(clock)));
        }
        var memberId = caller.memberId()
                .filter(member -> belongs(member, team, request.week()))
                .orElseThrow(() -> new NotTeamMemberException(team, request.week()));
        var pulse = Pulse.give(teamId, memberId, request, clock.instant());
        entityManager.persist(pulse);
        entityManager.flush(); // the unique index refuses a second one
        return pulse.response();
    }

    @Transactional
    TeamPulseResponse read(UUID teamId, YearWeek week) {
        var team = access.requireReadable(teamId);
        return new TeamPulseResponse(
                teamId,
                week,
                PulseAverages.of(facts(teamId, new Period(week, week, team.zone())), team.currentWeek(clock)),
                access.isLead(team) ? comments(teamId, week) : null);
    }

    private List<String> comments(UUID teamId, YearWeek week) {
        return entityManager
                .createQuery(
                        "select p.comment from Pulse p where p.teamId = :team and p.week = :week"
                                + " and p.comment is not null order by p.comment",
                        String.class)
                .setParameter("team", teamId)
                .setParameter("week", week)
                .getResultList();
    }

    private static boolean belongs(UUID memberId, Team team, YearWeek week) {
        return team.memberships().stream()
                .anyMatch(membership -> membership.memberId().equals(memberId)
                        && membership.overlaps(Weeks.monday(week), Weeks.sunday(week)));
    }

    void memberForgotten(@Observes MemberForgotten forgotten) {
        entityManager
                .createQuery("update Pulse p set p.comment = null where p.memberId = :member")
                .setParameter("member", forgotten.memberId())
                .executeUpdate();
    }
}
