package org.fengong.members.skill;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** Something that a member can be good at. */
@Entity
class Skill {
    @Id
    private UUID id;

    private String key;
    private String nameEn;
    private String nameZhTw;
    private String nameZhCn;
    private String field;
    private String escoUri;
    private boolean active = true;

    @Version
    private long version = 1;

    protected Skill() {}

    static Skill create(CreateSkillRequest request) {
        var skill = new Skill();
        skill.id = Generators.timeBasedEpochGenerator().generate();
        skill.change(request);
        return skill;
    }

    void change(CreateSkillRequest request) {
        key = request.key();
        nameEn = request.names().en();
        nameZhTw = request.names().zhTw();
        nameZhCn = request.names().zhCn();
        field = request.field();
        escoUri = request.escoUri();
        active = request.active() == null || request.active();
    }

    UUID id() {
        return id;
    }

    String key() {
        return key;
    }

    SkillNames names() {
        return new SkillNames(nameEn, nameZhTw, nameZhCn);
    }

    String field() {
        return field;
    }

    String escoUri() {
        return escoUri;
    }

    boolean active() {
        return active;
    }

    long version() {
        return version;
    }
}
