package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** What other features may ask of teams' plans. */
@ApplicationScoped
public class TeamPlans {
    private final PlanRepository plans;

    TeamPlans(PlanRepository plans) {
        this.plans = plans;
    }

    /** Until the transaction ends none of the teams' plans is published, overridden or pinned. */
    public void lock(Collection<UUID> teamIds) {
        plans.lockTeams(teamIds);
    }
}
