package org.fengong.members.skill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.json.MergePatch;

/** Many skills at once, for other features: what a request does to one, with a few questions to the database for all. */
@ApplicationScoped
public class ManySkills {
    /** A skill as it is. */
    public static final class Known {
        private final Skill skill;

        private Known(Skill skill) {
            this.skill = skill;
        }

        private String key() {
            return skill.key();
        }
    }

    /** What a skill is to become. */
    public static final class Change {
        private final Known known;
        private final CreateSkillRequest form;

        private Change(Known known, CreateSkillRequest form) {
            this.known = known;
            this.form = form;
        }

        public boolean isNew() {
            return known == null;
        }

        /** False when it is so already. */
        public boolean changes() {
            return isNew() || !form.equals(CreateSkillRequest.of(known.skill));
        }
    }

    private final SkillRepository skills;
    private final MergePatch mergePatch;
    private final SkillService service;

    ManySkills(SkillRepository skills, MergePatch mergePatch, SkillService service) {
        this.skills = skills;
        this.mergePatch = mergePatch;
        this.service = service;
    }

    /**
     * Those of the keys that are skills.
     *
     * @param lock whether the catalogue stays as it is until the transaction ends
     */
    public Map<String, Known> find(Collection<String> keys, boolean lock) {
        if (lock) {
            skills.lockCatalogue();
        }
        return skills.list("key in ?1", keys).stream()
                .map(Known::new)
                .collect(Collectors.toMap(Known::key, Function.identity()));
    }

    /**
     * The next skills by key, without those that were merged into others.
     *
     * @param after the last key of the part before, empty for the first part
     */
    public List<SkillResponse> next(String after, int limit) {
        return skills.find("key > ?1 and mergedInto is null order by key", after).page(0, limit).stream()
                .map(SkillResponse::of)
                .toList();
    }

    /**
     * What a patch makes of a skill, or of nothing; checked as a request is, but stored by {@link #store} alone.
     *
     * @param known null for a new skill
     * @param patch fields of {@link CreateSkillRequest}, the parent and the external id not among them
     * @throws RuntimeException as the request would be refused
     */
    public Change judge(Known known, ObjectNode patch) {
        if (known == null) {
            return new Change(null, mergePatch.create(patch, CreateSkillRequest.class));
        }
        SkillService.requireNotMerged(known.skill);
        return new Change(known, mergePatch.apply(CreateSkillRequest.of(known.skill), patch, CreateSkillRequest.class));
    }

    /** With the events, all of them in the caller's transaction, which has locked the catalogue. */
    public void store(List<Change> judged, String actor) {
        var changes = judged.stream().filter(Change::changes).toList();
        changes.stream().map(change -> change.form.field()).distinct().forEach(skills::ensureField);
        var changed = new ArrayList<Skill>();
        for (var change : changes) {
            if (change.isNew()) {
                var skill = Skill.create(change.form);
                skills.persist(skill);
                changed.add(skill);
            } else {
                change.known.skill.change(change.form);
                changed.add(change.known.skill);
            }
        }
        service.announce("imported", changed, actor);
    }
}
