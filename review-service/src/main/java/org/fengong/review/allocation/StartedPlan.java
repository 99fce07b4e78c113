package org.fengong.review.allocation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What this service needs of the answer; allocation-service may say more. */
@JsonIgnoreProperties(ignoreUnknown = true)
record StartedPlan(UUID id, String status) {}
