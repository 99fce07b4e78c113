package org.fengong.members.skill;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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
    private UUID parentId;
    private UUID mergedInto;
    private String externalSource;
    private String externalId;

    @JdbcTypeCode(SqlTypes.JSON)
    private SkillAliases aliases = SkillAliases.NONE;

    @ElementCollection
    @CollectionTable(name = "skill_term", joinColumns = @JoinColumn(name = "skill_id"))
    @Column(name = "term")
    private Set<String> terms = new HashSet<>();

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
        parentId = request.parentId();
        aliases = request.aliases() == null ? SkillAliases.NONE : request.aliases();
        externalSource = request.externalSource();
        externalId = request.externalId();
        beFound();
    }

    void belongTo(UUID parent) {
        parentId = parent;
    }

    /** Takes over what a duplicate of this skill is called. */
    void absorb(Skill duplicate) {
        aliases = aliases.with(duplicate.names(), duplicate.aliases, names());
        escoUri = escoUri == null ? duplicate.escoUri : escoUri;
        beFound();
    }

    /** True when it has no address in ESCO yet, or is not called so; a merged skill stays as it is. */
    boolean lacks(String label) {
        return mergedInto == null && (escoUri == null || (!isCalled(label) && !aliases.isFull()));
    }

    /** What the skill is in ESCO: its address, and its label as one more word by which it is found. */
    void identify(String uri, String label) {
        escoUri = escoUri == null ? uri : escoUri;
        if (!isCalled(label) && !aliases.isFull()) {
            aliases = aliases.with(new SkillNames(label, null, null), SkillAliases.NONE, names());
            beFound();
        }
    }

    private boolean isCalled(String label) {
        var word = SearchTerms.normal(label);
        return Stream.concat(Stream.of(nameEn), aliases.en().stream())
                .map(SearchTerms::normal)
                .anyMatch(word::equals);
    }

    /** From now on this skill is but another word for that one. */
    void mergeInto(UUID kept) {
        mergedInto = kept;
        parentId = null;
        active = false;
    }

    private void beFound() {
        var found = Stream.concat(Stream.of(nameEn, nameZhTw, nameZhCn).filter(Objects::nonNull), aliases.all())
                .flatMap(SearchTerms::of)
                .collect(Collectors.toSet());
        if (!terms.equals(found)) {
            terms.clear();
            terms.addAll(found);
        }
    }

    UUID id() {
        return id;
    }

    /** What it stands for: itself, or the skill that it was merged into. */
    UUID currentId() {
        return mergedInto == null ? id : mergedInto;
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

    UUID parentId() {
        return parentId;
    }

    /** The skill that took this one's place; null when none did. */
    UUID mergedInto() {
        return mergedInto;
    }

    SkillAliases aliases() {
        return aliases;
    }

    String externalSource() {
        return externalSource;
    }

    String externalId() {
        return externalId;
    }

    long version() {
        return version;
    }
}
