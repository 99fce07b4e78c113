package org.fengong.review.tasks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

@JsonIgnoreProperties(ignoreUnknown = true)
record CreatedTask(UUID id) {}
