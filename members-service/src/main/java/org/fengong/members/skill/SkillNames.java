package org.fengong.members.skill;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A skill's name in each language; English stands in where another one is absent. */
public record SkillNames(
        @NotBlank @Size(max = 120) String en,
        @JsonProperty("zh-TW") @Size(max = 120) String zhTw,
        @JsonProperty("zh-CN") @Size(max = 120) String zhCn) {}
