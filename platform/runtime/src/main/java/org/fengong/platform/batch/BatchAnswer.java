package org.fengong.platform.batch;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.problem.Problem;

/** @param results one for each item, in the order of the items */
public record BatchAnswer(List<Result> results) {
    /**
     * @param index of the item, from 0
     * @param status that a single request would have been answered with
     * @param id of what was created, absent when it was refused
     * @param problem why it was refused, absent when it was created
     */
    public record Result(
            int index,
            int status,
            @Schema(nullable = true) UUID id,
            @Schema(nullable = true) Problem problem) {}
}
