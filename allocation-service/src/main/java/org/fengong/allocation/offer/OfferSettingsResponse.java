package org.fengong.allocation.offer;

import java.util.UUID;
import org.fengong.platform.http.Versioned;

/** How a team's offers are dealt with; whether it makes offers at all is the team's agreement in members-service. */
record OfferSettingsResponse(UUID teamId, int workingDays, OnDecline onDecline, long version) implements Versioned {}
