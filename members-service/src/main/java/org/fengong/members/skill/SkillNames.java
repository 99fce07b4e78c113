package org.fengong.members.skill;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A skill's name in each language; English stands in where another one is absent. */
public record SkillNames(
        @NotBlank @Size(max = MAX_LENGTH) String en,
        @JsonProperty("zh-TW") @Size(max = MAX_LENGTH) String zhTw,
        @JsonProperty("zh-CN") @Size(max = MAX_LENGTH) String zhCn) {
    public static final int MAX_LENGTH = 120;
}
