package org.fengong.allocation.plan.policy;

import java.math.BigDecimal;
import java.util.function.Function;
import org.fengong.allocation.solver.problem.PolicyWeights;

/** The parts of a policy in words. */
enum PolicyWeight {
    FIT(
            "fitWeight",
            PlanPolicy::fitWeight,
            "At 100 %% a minute costs %d by somebody with none of the wanted proficiency, in proportion less by others.",
            PolicyWeights.standard().fit()),
    INTEREST(
            "interestWeight",
            PlanPolicy::interestWeight,
            "At 100 %% a minute costs %d for each point that the member's interest in the work lies below +2.",
            PolicyWeights.standard().interest()),
    LATENESS(
            "latenessWeight",
            PlanPolicy::latenessWeight,
            "At 100 %% a minute costs %d for each week that it ends after the due week and each point of importance.",
            PolicyWeights.standard().lateness()),
    FAIRNESS(
            "fairnessWeight",
            PlanPolicy::fairnessWeight,
            "At 100 %% a minute costs %d more from each of several load ratios of the member on; the load is spread.",
            PolicyWeights.standard().fairness().get(0).costPerMinute()),
    CHANGE(
            "changeWeight",
            PlanPolicy::changeWeight,
            "At 100 %% a minute costs %d when another member than the published one gets it, less in another week.",
            PolicyWeights.standard().movedMember()),
    GOAL(
            "goalWeight",
            PlanPolicy::goalWeight,
            "At 100 %% a minute costs %d for each week that a goal of full weight waits for it.",
            PolicyWeights.standard().goal()),
    CROSS_DEPARTMENT(
            "crossDepartmentWeight",
            PlanPolicy::crossDepartmentWeight,
            "At 100 %% a minute of a role that names no department costs %d by somebody of another department than the team's.",
            PolicyWeights.standard().department()),
    UNASSIGNED(
            "unassignedWeight",
            PlanPolicy::unassignedWeight,
            "At 100 %% a minute that nobody does costs %d for each point of importance.",
            PolicyWeights.standard().unassigned()),
    MAX_LOAD_RATIO(
            "maxLoadRatio",
            PlanPolicy::maxLoadRatio,
            "At most this part of a member's week is filled by the plan.",
            null);

    private final String key;
    private final Function<PlanPolicy, Number> value;
    private final String meaning;
    private final Integer standardCost;

    PolicyWeight(String key, Function<PlanPolicy, Number> value, String meaning, Integer standardCost) {
        this.key = key;
        this.value = value;
        this.meaning = standardCost == null ? meaning : meaning.formatted(standardCost);
        this.standardCost = standardCost;
    }

    /** As the policy has it, or by default. */
    PolicyResponse.Weight of(PlanPolicy policy) {
        var asked = value.apply(policy);
        var standard = standardCost == null ? BigDecimal.ONE : BigDecimal.valueOf(100);
        return new PolicyResponse.Weight(
                key,
                asked == null ? standard : new BigDecimal(asked.toString()),
                standardCost == null ? "part of the week" : "% of the standard weight",
                standard,
                meaning);
    }
}
