package org.fengong.review.urgent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.review.allocation.ReplanPolicy;
import org.fengong.review.finding.Evidence;

/** @param items what stands now, the oldest first */
@Schema(name = "UrgentFindings")
public record UrgentFindingsResponse(
        List<Item> items,

        @Schema(description = "Names by id of the members, tasks and goals in the evidence, as they are today.")
        Map<UUID, String> names) {
    /**
     * @param evidence as it was when it was found
     * @param proposedPolicy the policy of the proposal
     * @param proposal the plan that would answer it; the lead accepts it or declines it, once
     */
    @Schema(name = "UrgentFinding")
    public record Item(
            UUID id,
            UrgentKind kind,
            Instant since,
            List<Evidence> evidence,
            ReplanPolicy proposedPolicy,
            UrgentProposal proposal) {
        static Item of(UrgentFinding finding) {
            return new Item(
                    finding.id(),
                    finding.kind(),
                    finding.since(),
                    finding.evidence(),
                    finding.proposal().policy(),
                    finding.proposal());
        }
    }
}
