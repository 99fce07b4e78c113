package org.fengong.review.urgent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.time.Weeks;
import org.fengong.review.ReviewTopics;
import org.fengong.review.adjustment.ProposalConfig;
import org.fengong.review.division.DivisionFacts;
import org.fengong.review.member.Members;
import org.fengong.review.metric.Period;
import org.fengong.review.organisation.Membership;
import org.fengong.review.organisation.Team;
import org.fengong.review.organisation.TeamAccess;
import org.fengong.review.organisation.Teams;
import org.fengong.review.work.WorkFacts;
import org.jboss.logging.Logger;

/**
 * Opens and resolves what cannot wait, from the facts as they are: what was told twice, late or read again from the start
 * opens nothing twice.
 */
@ApplicationScoped
public class UrgentFindings {
    private static final Logger LOG = Logger.getLogger(UrgentFindings.class);

    private final EntityManager entityManager;
    private final Teams teams;
    private final TeamAccess access;
    private final DivisionFacts division;
    private final Members members;
    private final WorkFacts work;
    private final UrgentConfig config;
    private final ProposalConfig proposals;
    private final Outbox outbox;
    private final Clock clock;

    UrgentFindings(
            EntityManager entityManager,
            Teams teams,
            TeamAccess access,
            DivisionFacts division,
            Members members,
            WorkFacts work,
            UrgentConfig config,
            ProposalConfig proposals,
            Outbox outbox,
            Clock clock) {
        this.entityManager = entityManager;
        this.teams = teams;
        this.access = access;
        this.division = division;
        this.members = members;
        this.work = work;
        this.config = config;
        this.proposals = proposals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks at all teams; one team's trouble does not keep the others from being looked at. */
    public void look() {
        for (var team : QuarkusTransaction.requiringNew().call(teams::active)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> look(team));
            } catch (RuntimeException e) {
                LOG.errorf(e, "The look for urgent findings failed, teamId=%s", team.id());
            }
        }
    }

    /** What stands for a team. */
    @Transactional
    public UrgentFindingsResponse read(UUID teamId) {
        access.requireReadable(teamId);
        var open = open(teamId);
        var ids = new HashSet<UUID>();
        open.stream().flatMap(finding -> finding.evidence().stream()).forEach(evidence -> {
            ids.add(evidence.memberId());
            ids.add(evidence.goalId());
            ids.add(evidence.taskId());
        });
        ids.remove(null);
        var names = new HashMap<>(members.names(ids));
        names.putAll(work.titles(ids));
        return new UrgentFindingsResponse(
                open.stream().map(UrgentFindingsResponse.Item::of).toList(), names);
    }

    private void look(Team team) {
        var now = urgent(team);
        var open = open(team.id());
        open.stream()
                .filter(finding -> now.stream().noneMatch(finding::isOf))
                .forEach(finding -> finding.resolve(clock.instant()));
        now.stream()
                .filter(urgent -> open.stream().noneMatch(finding -> finding.isOf(urgent)))
                .map(urgent -> UrgentFinding.open(team.id(), urgent, proposals.weeks(), clock.instant()))
                .forEach(finding -> {
                    entityManager.persist(finding);
                    outbox.append(ReviewTopics.FINDING, team.id(), FindingOpened.TYPE, FindingOpened.of(finding));
                });
    }

    private List<Urgent> urgent(Team team) {
        var week = team.currentWeek(clock);
        var memberIds =
                team.memberships().stream().map(Membership::memberId).distinct().toList();
        var overloads = division.openOverloads(memberIds, week).stream()
                .filter(one -> team.memberships().stream()
                        .anyMatch(membership -> membership.memberId().equals(one.memberId())
                                && membership.overlaps(Weeks.monday(one.week()), Weeks.sunday(one.week()))))
                .toList();
        var away = members.absences(memberIds);
        var found = new ArrayList<Urgent>();
        overloads.forEach(one -> found.add(UrgentRules.overload(
                one,
                away.containsKey(one.memberId()) && away.get(one.memberId()).test(one.week()))));
        work.goals(team.id(), new Period(week, week, team.zone()))
                .forEach(goal -> UrgentRules.goal(goal, team.today(clock), config.goalLag())
                        .ifPresent(found::add));
        return found;
    }

    private List<UrgentFinding> open(UUID teamId) {
        return entityManager
                .createQuery(
                        "select f from UrgentFinding f where f.teamId = :team and f.resolvedAt is null"
                                + " order by f.since, f.id",
                        UrgentFinding.class)
                .setParameter("team", teamId)
                .getResultList();
    }
}
