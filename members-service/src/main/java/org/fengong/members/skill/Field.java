package org.fengong.members.skill;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A field of work that skills belong to. */
@Entity
class Field {
    @Id
    @Column(name = "key")
    private String id;

    private String nameEn;
    private String nameZhTw;
    private String nameZhCn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> levelExamples;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> levelExamplesZhTw;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> levelExamplesZhCn;

    @Version
    private long version;

    protected Field() {}

    void change(FieldForm form) {
        nameEn = form.names().en();
        nameZhTw = form.names().zhTw();
        nameZhCn = form.names().zhCn();
        levelExamples = form.levelExamples();
        var translations = form.levelExampleTranslations();
        levelExamplesZhTw = translations == null ? null : translations.zhTw();
        levelExamplesZhCn = translations == null ? null : translations.zhCn();
    }

    String key() {
        return id;
    }

    SkillNames names() {
        return new SkillNames(nameEn, nameZhTw, nameZhCn);
    }

    FieldForm form() {
        return new FieldForm(names(), levelExamples, levelExampleTranslations());
    }

    /** What the levels 1 to 5 look like; null when nobody has said. */
    List<String> levelExamples() {
        return levelExamples;
    }

    /** Null in the languages that nobody has translated them to. */
    LevelExampleTranslations levelExampleTranslations() {
        return new LevelExampleTranslations(levelExamplesZhTw, levelExamplesZhCn);
    }

    long version() {
        return version;
    }
}
