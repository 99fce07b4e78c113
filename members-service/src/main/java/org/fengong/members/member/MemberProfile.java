package org.fengong.members.member;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.Keys;

/** What a merge patch of a member may change; levels, interests, patterns and absences have their own addresses. */
@Schema(name = "MemberProfile")
record MemberProfile(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String key,

        @NotBlank @Size(max = 120) String displayName,
        @NotNull @Email @Size(max = 200) String email,

        @NotNull @Pattern(regexp = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*") @Size(max = 35)
        String locale,

        @NotBlank @Size(max = 60) String timeZone,
        @Size(max = 120) String occupation,
        UUID occupationId,
        @NotNull UUID departmentId,
        LocalDate joinedOn,
        LocalDate leftOn,

        @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
        BigDecimal availabilityFactor) {}
