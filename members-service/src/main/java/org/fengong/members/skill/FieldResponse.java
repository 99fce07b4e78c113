package org.fengong.members.skill;

import org.fengong.platform.http.Versioned;

record FieldResponse(String key, SkillNames names, long version) implements Versioned {
    static FieldResponse of(Field field) {
        return new FieldResponse(field.key(), field.names(), field.version());
    }
}
