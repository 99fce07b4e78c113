package org.fengong.members.skill;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A field of work that skills belong to. */
@Entity
class Field {
    @Id
    @Column(name = "key")
    private String id;

    private String nameEn;
    private String nameZhTw;
    private String nameZhCn;

    @Version
    private long version;

    protected Field() {}

    void change(FieldForm form) {
        nameEn = form.names().en();
        nameZhTw = form.names().zhTw();
        nameZhCn = form.names().zhCn();
    }

    String key() {
        return id;
    }

    SkillNames names() {
        return new SkillNames(nameEn, nameZhTw, nameZhCn);
    }

    long version() {
        return version;
    }
}
