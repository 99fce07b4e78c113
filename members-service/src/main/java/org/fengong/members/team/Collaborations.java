package org.fengong.members.team;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.fengong.members.member.MembershipTerms;
import org.fengong.members.member.Memberships;
import org.fengong.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** Puts people of other departments into teams for a while. */
@ApplicationScoped
class Collaborations {
    private static final Logger LOG = Logger.getLogger(Collaborations.class);

    /** As histories tell it. */
    private static final String REASON = "request-answered";

    private final TeamRepository teams;
    private final TeamService service;
    private final Memberships memberships;
    private final Counter refused;

    Collaborations(TeamRepository teams, TeamService service, Memberships memberships, MeterRegistry metrics) {
        this.teams = teams;
        this.service = service;
        this.memberships = memberships;
        this.refused = Counter.builder("fengong.collaborations.refused")
                .description("Answers to requests whose person could not be put into the team")
                .register(metrics);
    }

    /**
     * Who is in the team all that time stays as they are; who is for a part of it, or until the day before, stays longer.
     * Who will be in it later only, and what no membership allows, is counted and logged, since no later try would be
     * allowed it either.
     */
    void open(RequestAnswered answered) {
        var lent = answered.collaborator();
        if (lent == null) {
            return;
        }
        try {
            var team = teams.requireLocked(answered.teamId());
            var known = memberships.terms(team.id(), lent.memberId());
            if (known.filter(later -> later.from().isAfter(lent.to().plusDays(1)))
                    .isPresent()) {
                refuse(answered, "in-team-later");
                return;
            }
            var terms = known.filter(before ->
                            before.to() == null || !before.to().plusDays(1).isBefore(lent.from()))
                    .map(touching -> extended(touching, lent))
                    .orElse(new MembershipTerms(lent.sharePercent(), lent.from(), lent.to()));
            if (known.filter(terms::equals).isEmpty()) {
                memberships.put(team.id(), lent.memberId(), terms, answered.actor(), REASON);
                service.membershipChanged(team, answered.actor(), REASON);
            }
        } catch (ProblemException e) {
            refuse(answered, e.slug());
        }
    }

    private void refuse(RequestAnswered answered, String because) {
        refused.increment();
        LOG.warnf(
                "A collaborator could not be put into the team: requestId=%s, teamId=%s, memberId=%s, because=%s",
                answered.requestId(), answered.teamId(), answered.collaborator().memberId(), because);
    }

    private static MembershipTerms extended(MembershipTerms known, RequestAnswered.Collaborator lent) {
        var from = known.from().isAfter(lent.from()) ? lent.from() : known.from();
        var to = known.to() == null || known.to().isAfter(lent.to()) ? known.to() : lent.to();
        return new MembershipTerms(known.sharePercent(), from, to);
    }
}
