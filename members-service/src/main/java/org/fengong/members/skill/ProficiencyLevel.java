package org.fengong.members.skill;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a level of proficiency means in every field, after the five stages of Dreyfus and Dreyfus (1980).
 *
 * @param examples what it looks like in particular fields
 */
record ProficiencyLevel(int level, SkillNames names, SkillNames description, List<Example> examples) {
    /**
     * What somebody of this level does in the field.
     *
     * @param text in English, which stands in where another language is absent
     */
    record Example(
            String field,
            String text,
            @JsonProperty("zh-TW") @Schema(nullable = true) String zhTw,
            @JsonProperty("zh-CN") @Schema(nullable = true) String zhCn) {
        private static Example of(Field field, int level) {
            var translations = field.levelExampleTranslations();
            return new Example(
                    field.key(),
                    at(level, field.levelExamples()),
                    at(level, translations.zhTw()),
                    at(level, translations.zhCn()));
        }

        private static String at(int level, List<String> examples) {
            return examples == null ? null : examples.get(level - 1);
        }
    }

    private static final List<ProficiencyLevel> ALL = List.of(
            level(
                    1,
                    new SkillNames("Beginner", "初學", "初学"),
                    new SkillNames("Knows the basics and works by instruction.", "了解基礎，依指示工作。", "了解基础，按指示工作。")),
            level(
                    2,
                    new SkillNames("Advanced beginner", "入門", "入门"),
                    new SkillNames("Does common work with some help.", "在協助下完成常見的工作。", "在协助下完成常见的工作。")),
            level(
                    3,
                    new SkillNames("Competent", "勝任", "胜任"),
                    new SkillNames("Plans and does ordinary work alone.", "能獨立規劃並完成一般的工作。", "能独立规划并完成一般的工作。")),
            level(
                    4,
                    new SkillNames("Proficient", "熟練", "熟练"),
                    new SkillNames(
                            "Handles what is new and difficult, and guides others.", "能處理新的難題並指導他人。", "能处理新的难题并指导他人。")),
            level(
                    5,
                    new SkillNames("Expert", "專家", "专家"),
                    new SkillNames(
                            "Sets how the work is done; others come for advice.",
                            "訂定工作的方法，為他人所請教。",
                            "制定工作的方法，为他人所请教。")));

    /** All five with the examples of the fields. */
    static List<ProficiencyLevel> with(List<Field> fields) {
        return ALL.stream()
                .map(one -> new ProficiencyLevel(
                        one.level,
                        one.names,
                        one.description,
                        fields.stream()
                                .filter(field -> field.levelExamples() != null)
                                .map(field -> Example.of(field, one.level))
                                .toList()))
                .toList();
    }

    private static ProficiencyLevel level(int level, SkillNames names, SkillNames description) {
        return new ProficiencyLevel(level, names, description, List.of());
    }
}
