package org.fengong.members.member;

import jakarta.validation.Valid;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.Keys;

/**
 * What a member is made of.
 *
 * @param locale BCP 47, such as zh-TW
 * @param timeZone IANA name
 * @param occupation what the member is by profession, in the company's own words
 * @param occupationId the occupation of the catalogue that it comes closest to; suggests skills
 * @param availabilityFactor share of the working time that is for planned work, 0–1; default 1
 * @param workingPattern default: eight hours from Monday to Friday
 */
@Schema(name = "CreateMemberRequest", examples = """
        {"key": "ana-lima", "displayName": "Ana Lima", "email": "ana.lima@example.com", "locale": "en",
         "timeZone": "Europe/Lisbon", "departmentId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f", "availabilityFactor": 0.8}""")
record CreateMemberRequest(
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

        @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
        BigDecimal availabilityFactor,

        @Valid WorkingPattern workingPattern,
        @Size(max = 200) List<@NotNull @Valid SkillLevel> skills,
        @Size(max = 200) List<@NotNull @Valid Interest> interests) {}
