package org.fengong.platform.history;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of a thing. */
@Schema(name = "RecordedChange")
public record ChangeResponse(
        @Schema(description = "The version that it led to.") long version,
        Instant at,

        @Schema(description = "What happened, such as created, changed or completed.")
        String action,

        @Schema(nullable = true, description = "Who decided: the id of a member, else the name of a system.")
        String actor,

        @Schema(nullable = true, description = "Why, where somebody said so.")
        String reason,

        @Schema(
                description =
                        "The fields that changed. None when the thing is older than its history and this is the first change of it.")
        List<FieldChange> changes) {
    /** A field whose value became another one. */
    @Schema(name = "FieldChange")
    public record FieldChange(
            @Schema(description = "Path of the field, such as roles[0].effortMinutes.")
            String field,

            @Schema(
                    nullable = true,
                    description = "Its value before as text, that of an object as JSON; absent when there was none.")
            String before,

            @Schema(nullable = true, description = "Its value since then; absent when there is none.")
            String after) {}
}
