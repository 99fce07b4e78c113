package org.fengong.review.urgent;

import java.util.List;
import org.fengong.review.allocation.ReplanPolicy;
import org.fengong.review.finding.Evidence;

/**
 * Something that cannot wait, as it is now.
 *
 * @param subject what it is about, so that it is found once: a goal, or a member's week
 * @param policy of the plan that would answer it
 */
record Urgent(UrgentKind kind, String subject, List<Evidence> evidence, ReplanPolicy policy) {}
