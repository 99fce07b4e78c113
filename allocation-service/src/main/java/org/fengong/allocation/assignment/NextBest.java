package org.fengong.allocation.assignment;

import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who would have been given the role otherwise.
 *
 * @param costDifference what the plan would have cost more
 */
@Schema(name = "NextBest")
public record NextBest(UUID memberId, long costDifference) {
    /** As part of a reason. */
    public String inWords(String name) {
        return String.format(Locale.ROOT, "next best %s at +%,d", name, costDifference);
    }
}
