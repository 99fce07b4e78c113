package org.fengong.members.skill;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;

/** Other words for a skill in each language, by which it is found, too. */
public record SkillAliases(
        @Size(max = MAX_ALIASES) List<@NotBlank @Size(max = 120) String> en,

        @JsonProperty("zh-TW") @Size(max = MAX_ALIASES) List<@NotBlank @Size(max = 120) String> zhTw,

        @JsonProperty("zh-CN") @Size(max = MAX_ALIASES) List<@NotBlank @Size(max = 120) String> zhCn) {
    static final int MAX_ALIASES = 50;
    static final SkillAliases NONE = new SkillAliases(null, null, null);

    public SkillAliases {
        en = distinct(en);
        zhTw = distinct(zhTw);
        zhCn = distinct(zhCn);
    }

    /** With what another skill is called, but what this one is called itself. */
    SkillAliases with(SkillNames otherNames, SkillAliases otherAliases, SkillNames own) {
        return new SkillAliases(
                union(en, otherNames.en(), otherAliases.en, own.en()),
                union(zhTw, otherNames.zhTw(), otherAliases.zhTw, own.zhTw()),
                union(zhCn, otherNames.zhCn(), otherAliases.zhCn, own.zhCn()));
    }

    boolean tooMany() {
        return Stream.of(en, zhTw, zhCn).anyMatch(aliases -> aliases.size() > MAX_ALIASES);
    }

    /** True when no further English one has room. */
    boolean isFull() {
        return en.size() >= MAX_ALIASES;
    }

    Stream<String> all() {
        return Stream.of(en, zhTw, zhCn).flatMap(List::stream);
    }

    private static List<String> union(List<String> known, String name, List<String> aliases, String own) {
        return Stream.of(known.stream(), Stream.ofNullable(name), aliases.stream())
                .flatMap(words -> words)
                .filter(word -> !word.equals(own))
                .toList();
    }

    private static List<String> distinct(List<String> words) {
        return words == null ? List.of() : words.stream().distinct().toList();
    }
}
