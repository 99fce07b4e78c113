package org.fengong.members.skill;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/** @param levelExamples what the levels of proficiency look like in this field, from 1 to 5, in English */
public record FieldResponse(
        String key,
        SkillNames names,
        @Schema(nullable = true) List<String> levelExamples,
        LevelExampleTranslations levelExampleTranslations,
        long version)
        implements Versioned {
    static FieldResponse of(Field field) {
        return new FieldResponse(
                field.key(), field.names(), field.levelExamples(), field.levelExampleTranslations(), field.version());
    }
}
