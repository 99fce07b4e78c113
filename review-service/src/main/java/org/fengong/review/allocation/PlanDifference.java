package org.fengong.review.allocation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/** What this service needs of a comparison of two plans; allocation-service says more. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlanDifference(List<Cost> costs, List<Member> members) {
    /** @param component a part of the value, or {@code total} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cost(String component, long difference) {}

    /** @param withLoadRatio of the plan that it is compared with */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Member(UUID memberId, int differenceMinutes, Double loadRatio, Double withLoadRatio) {}

    /** By how much the plan's value is higher than that of the one that it is compared with. */
    public long totalDifference() {
        return costs.stream()
                .filter(cost -> cost.component().equals("total"))
                .mapToLong(Cost::difference)
                .sum();
    }
}
