package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What other features may ask of teams' plans. */
@ApplicationScoped
public class TeamPlans {
    private final PlanRepository plans;
    private final PlanViews views;

    TeamPlans(PlanRepository plans, PlanViews views) {
        this.plans = plans;
        this.views = views;
    }

    /** Until the transaction ends none of the teams' plans is published, overridden or pinned. */
    public void lock(Collection<UUID> teamIds) {
        plans.lockTeams(teamIds);
    }

    /** The plan by which the team works; empty before its first one. */
    public Optional<PlanInForce> inForce(UUID teamId) {
        return Optional.ofNullable(plans.inForce(List.of(teamId)).get(teamId))
                .map(plans::findById)
                .map(plan -> new PlanInForce(
                        plan.id(), plan.value(), plan.bound(), plan.gap(), plan.publishedAt(), views.nobodies(plan)));
    }
}
