package org.fengong.platform.batch;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** @param items each as it would be the body of a single request */
public record BatchRequest(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull JsonNode> items) {}
