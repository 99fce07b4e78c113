package org.fengong.members.skill;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The examples of a field's levels, from 1 to 5, in other languages; English stands in where one is absent. */
public record LevelExampleTranslations(
        @JsonProperty("zh-TW") @Size(min = 5, max = 5) List<@NotBlank @Size(max = 300) String> zhTw,

        @JsonProperty("zh-CN") @Size(min = 5, max = 5) List<@NotBlank @Size(max = 300) String> zhCn) {}
