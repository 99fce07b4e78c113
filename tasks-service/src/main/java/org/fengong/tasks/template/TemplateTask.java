package org.fengong.tasks.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.tasks.Keys;

/**
 * A task of a template; skills and departments go by key, so that a template fits more than one company.
 *
 * @param key unique in the template
 * @param contributionWeight as of a task, 0–1; default 1
 * @param startDays days from the template's day to the earliest start, below 0 before it; absent for none
 * @param dueDays days from the template's day to the due date
 */
@Schema(name = "TemplateTask")
record TemplateTask(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = MAX_KEY)
        String key,

        @NotBlank @Size(max = 200) String title,
        @Size(max = 20000) @Schema(nullable = true) String description,
        @NotNull @Min(1) @Max(5) Integer importance,

        @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4) @Schema(nullable = true)
        BigDecimal contributionWeight,

        @Min(-730) @Max(730) @Schema(nullable = true) Integer startDays,
        @NotNull @Min(-730) @Max(730) Integer dueDays,
        @Schema(nullable = true) Boolean together,
        @Schema(nullable = true) Boolean allowSameMember,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid TemplateRole> roles,

        @Size(max = 49) @Schema(nullable = true) List<@NotNull @Valid TemplateDependency> dependsOn) {
    /** Leaves room for the prefix of an instantiation in the key of a task. */
    static final int MAX_KEY = 29;

    /** @param department key of the department that the person must belong to, absent when any may do */
    @Schema(name = "TemplateRole")
    record TemplateRole(
            @NotBlank @Size(max = 120) String name,
            @NotNull @Min(1) @Max(120000) Integer effortMinutes,

            @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH) @Schema(nullable = true)
            String department,

            @Min(1) @Max(26) @Schema(nullable = true) Integer spanWeeks,
            @Size(max = 20) @Schema(nullable = true) List<@NotNull @Valid TemplateSkill> skills) {}

    /** @param skill key of the skill */
    @Schema(name = "TemplateSkill")
    record TemplateSkill(
            @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
            String skill,

            @NotNull @Min(1) @Max(5) Integer minLevel,
            @NotNull Boolean mandatory,
            @Min(1) @Max(10) @Schema(nullable = true) Integer weight) {}

    /** @param task key of the other task of the template */
    @Schema(name = "TemplateDependency")
    record TemplateDependency(
            @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = MAX_KEY)
            String task,

            @Min(0) @Max(26) @Schema(nullable = true) Integer lagWeeks) {}

    List<TemplateDependency> dependencies() {
        return dependsOn == null ? List.of() : dependsOn;
    }
}
