package org.fengong.members.skill;

import static org.fengong.members.esco.ImportAnswer.Outcome.CREATED;
import static org.fengong.members.esco.ImportAnswer.Outcome.UNCHANGED;
import static org.fengong.members.esco.ImportAnswer.Outcome.UPDATED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengong.members.Keys;
import org.fengong.members.esco.EscoFile;
import org.fengong.members.esco.EscoRow;
import org.fengong.members.esco.ImportAnswer;
import org.fengong.members.esco.KeyMaker;
import org.fengong.platform.security.Caller;

/**
 * Brings skills of ESCO into the catalogue. A skill is known by its address; one that the company has already keeps its
 * names and its field, and is found by ESCO's label, too.
 */
@ApplicationScoped
public class SkillImport {
    private static final Set<String> REQUIRED = new LinkedHashSet<>(List.of("skillUri", "label"));
    private static final Set<String> OPTIONAL =
            new LinkedHashSet<>(List.of("skillType", "reuseLevel", "description", "field"));

    /** A row without faults. */
    private record Wanted(EscoRow row, String uri, String label, String field) {}

    private final SkillRepository skills;
    private final SkillService service;
    private final Caller caller;

    SkillImport(SkillRepository skills, SkillService service, Caller caller) {
        this.skills = skills;
        this.service = service;
        this.caller = caller;
    }

    /**
     * Takes all rows or none.
     *
     * @param field of new skills whose row names none; null when each does
     * @param dryRun stores nothing, and answers what would be stored
     */
    @Transactional
    public ImportAnswer run(String csv, String field, boolean dryRun) {
        var file = EscoFile.read(csv, REQUIRED, OPTIONAL);
        skills.lockCatalogue();
        var wanted = read(file, field);
        var known = known(wanted);
        wanted.stream()
                .filter(one -> one.field == null && !known.containsKey(one.uri))
                .forEach(one -> one.row.fault(
                        "field", "a new skill needs a field: fill the column, or send the parameter field"));
        file.requireSound();
        var keys = new KeyMaker(skills.keys());
        var fields = new HashSet<String>();
        var changed = new ArrayList<Skill>();
        var rows = new ArrayList<ImportAnswer.Row>(wanted.size());
        for (var one : wanted) {
            var skill = known.get(one.uri);
            var outcome = skill == null ? CREATED : skill.lacks(one.label) ? UPDATED : UNCHANGED;
            if (outcome != UNCHANGED && !dryRun) {
                skill = skill == null ? create(one, keys, fields) : skill;
                skill.identify(one.uri, one.label);
                changed.add(skill);
            }
            rows.add(new ImportAnswer.Row(one.row.number(), outcome, skill == null ? null : skill.currentId()));
        }
        service.announce("imported", changed, caller.actorName());
        return ImportAnswer.of(dryRun, rows);
    }

    private static List<Wanted> read(EscoFile file, String field) {
        var seen = new HashMap<Object, Integer>();
        var wanted = new ArrayList<Wanted>(file.rows().size());
        for (var row : file.rows()) {
            var uri = row.uri("skillUri", "skill");
            row.once("skillUri", uri, seen);
            var label = row.required("label", SkillNames.MAX_LENGTH);
            var own = row.text("field");
            if (own != null && (own.length() > Keys.MAX_LENGTH || !own.matches(Keys.PATTERN))) {
                row.fault("field", "is no key such as market-research");
            }
            if (uri != null && label != null) {
                wanted.add(new Wanted(row, uri, label, own == null ? field : own));
            }
        }
        return wanted;
    }

    /** By address the skill that has it, else the one that the company has called alike without giving an address. */
    private Map<String, Skill> known(List<Wanted> wanted) {
        Map<String, Skill> known = new HashMap<>();
        skills.byEscoUri(wanted.stream().map(Wanted::uri).toList())
                .forEach(skill ->
                        known.merge(skill.escoUri(), skill, (one, other) -> one.mergedInto() == null ? one : other));
        var byKey = skills
                .withoutEscoUri(
                        wanted.stream().map(one -> KeyMaker.keyOf(one.label)).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Skill::key, skill -> skill));
        wanted.stream().filter(one -> !known.containsKey(one.uri)).forEach(one -> {
            var alike = byKey.remove(KeyMaker.keyOf(one.label));
            if (alike != null) {
                known.put(one.uri, alike);
            }
        });
        return known;
    }

    private Skill create(Wanted wanted, KeyMaker keys, Set<String> fields) {
        if (fields.add(wanted.field)) {
            skills.ensureField(wanted.field);
        }
        var skill = Skill.create(new CreateSkillRequest(
                keys.next(wanted.label),
                new SkillNames(wanted.label, null, null),
                wanted.field,
                wanted.uri,
                true,
                null,
                null,
                null,
                null));
        skills.persist(skill);
        return skill;
    }
}
