package org.fengong.members.occupation;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.members.skill.SkillNames;
import org.hibernate.annotations.BatchSize;

/** What somebody is by profession. */
@Entity
class Occupation {
    @Id
    private UUID id;

    private String key;
    private String nameEn;
    private String nameZhTw;
    private String nameZhCn;
    private String escoUri;

    /** Whether the skill is essential, or else optional. */
    @ElementCollection
    @CollectionTable(name = "occupation_skill", joinColumns = @JoinColumn(name = "occupation_id"))
    @MapKeyColumn(name = "skill_id")
    @Column(name = "essential")
    @BatchSize(size = 100)
    private Map<UUID, Boolean> skills = new HashMap<>();

    @Version
    private long version = 1;

    protected Occupation() {}

    static Occupation create(CreateOccupationRequest request) {
        var occupation = new Occupation();
        occupation.id = Generators.timeBasedEpochGenerator().generate();
        occupation.change(request);
        return occupation;
    }

    void change(CreateOccupationRequest request) {
        key = request.key();
        nameEn = request.names().en();
        nameZhTw = request.names().zhTw();
        nameZhCn = request.names().zhCn();
        escoUri = request.escoUri();
        var wanted = new HashMap<UUID, Boolean>();
        request.optional().forEach(skill -> wanted.put(skill, false));
        request.essential().forEach(skill -> wanted.put(skill, true));
        skills.keySet().retainAll(wanted.keySet());
        skills.putAll(wanted);
    }

    /** Null when the skill is of no use to the occupation. */
    Boolean needs(UUID skillId) {
        return skills.get(skillId);
    }

    void need(UUID skillId, boolean essential) {
        skills.put(skillId, essential);
    }

    /** Needs the skill that stays in place of its duplicate; it is essential where one of the two was. */
    void mergeSkill(UUID duplicate, UUID kept) {
        skills.merge(kept, skills.remove(duplicate), Boolean::logicalOr);
    }

    /** Sorted, so that the same skills give the same answer. */
    List<UUID> skills(boolean essential) {
        return skills.entrySet().stream()
                .filter(skill -> skill.getValue() == essential)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
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

    String escoUri() {
        return escoUri;
    }

    long version() {
        return version;
    }
}
