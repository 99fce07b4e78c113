package org.fengong.review.settings;

import java.util.Map;
import java.util.UUID;
import org.fengong.platform.http.Versioned;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.finding.TeamThreshold;

/**
 * @param thresholds the team's own
 * @param documented what holds for the other kinds
 */
record ReviewSettingsResponse(
        UUID teamId,
        Map<FindingKind, TeamThreshold> thresholds,
        Map<FindingKind, TeamThreshold> documented,
        long version)
        implements Versioned {}
