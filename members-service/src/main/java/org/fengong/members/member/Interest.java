package org.fengong.members.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.Keys;

/**
 * A member's wish for a skill or for a whole field; exactly one of the two is given.
 *
 * @param value from −2 (rather not) to +2 (very much)
 */
public record Interest(
        UUID skillId,

        @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String field,

        @Schema(required = true) @Min(-2) @Max(2) int value) {}
