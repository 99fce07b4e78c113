package org.fengong.review.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.finding.TeamThreshold;

/** @param thresholds by kind of finding; a kind that is not there has the documented ones */
@Schema(name = "ReviewSettingsRequest", examples = """
        {"thresholds": {"OVERLOAD": {"warning": 0.05, "critical": 0.25}}}""")
record ReviewSettingsRequest(@NotNull @Size(max = 50) Map<FindingKind, @NotNull @Valid TeamThreshold> thresholds) {}
