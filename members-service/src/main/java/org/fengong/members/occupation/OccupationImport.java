package org.fengong.members.occupation;

import static org.fengong.members.esco.ImportAnswer.Outcome.CREATED;
import static org.fengong.members.esco.ImportAnswer.Outcome.UNCHANGED;
import static org.fengong.members.esco.ImportAnswer.Outcome.UPDATED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.members.esco.EscoFile;
import org.fengong.members.esco.EscoRow;
import org.fengong.members.esco.ImportAnswer;
import org.fengong.members.esco.KeyMaker;
import org.fengong.members.skill.SkillNames;
import org.fengong.members.skill.Skills;

/**
 * Brings occupations of ESCO, and which skills they need, into the company. An occupation is known by its address; one
 * that is there keeps its names and the skills that the file does not name.
 */
@ApplicationScoped
public class OccupationImport {
    private static final Set<String> REQUIRED = columns("occupationUri", "label");
    private static final Set<String> OPTIONAL = columns("code", "iscoGroup", "description");
    private static final Set<String> REQUIRED_OF_SKILLS = columns("occupationUri", "skillUri", "relationType");
    private static final Set<String> OPTIONAL_OF_SKILLS = columns("occupationLabel", "skillLabel", "skillType");

    /** A row without faults. */
    private record Wanted(EscoRow row, String uri, String label) {}

    /** A row without faults. */
    private record Need(EscoRow row, String occupationUri, String skillUri, boolean essential) {}

    private final OccupationRepository occupations;
    private final OccupationService service;
    private final Skills skills;

    OccupationImport(OccupationRepository occupations, OccupationService service, Skills skills) {
        this.occupations = occupations;
        this.service = service;
        this.skills = skills;
    }

    /**
     * Takes all occupations or none.
     *
     * @param dryRun stores nothing, and answers what would be stored
     */
    @Transactional
    public ImportAnswer run(String csv, boolean dryRun) {
        var file = EscoFile.read(csv, REQUIRED, OPTIONAL);
        var wanted = read(file);
        file.requireSound();
        var known = byUri(occupations.byEscoUri(wanted.stream().map(Wanted::uri).toList()));
        var keys = new KeyMaker(occupations.keys());
        var created = new ArrayList<Occupation>();
        var rows = new ArrayList<ImportAnswer.Row>(wanted.size());
        for (var one : wanted) {
            var occupation = known.get(one.uri);
            var outcome = occupation == null ? CREATED : UNCHANGED;
            if (occupation == null && !dryRun) {
                occupation = Occupation.create(new CreateOccupationRequest(
                        keys.next(one.label), new SkillNames(one.label, null, null), one.uri, null, null));
                occupations.persist(occupation);
                created.add(occupation);
            }
            rows.add(new ImportAnswer.Row(one.row.number(), outcome, occupation == null ? null : occupation.id()));
        }
        service.keep("imported", created); // the unique index decides whether somebody else has just created one
        return ImportAnswer.of(dryRun, rows);
    }

    private static List<Wanted> read(EscoFile file) {
        var seen = new HashMap<Object, Integer>();
        var wanted = new ArrayList<Wanted>(file.rows().size());
        for (var row : file.rows()) {
            var uri = row.uri("occupationUri", "occupation");
            row.once("occupationUri", uri, seen);
            wanted.add(new Wanted(row, uri, row.required("label", SkillNames.MAX_LENGTH)));
        }
        return wanted;
    }

    /** As {@link #run}, of the skills that occupations need; both must be there. */
    @Transactional
    public ImportAnswer runSkills(String csv, boolean dryRun) {
        var file = EscoFile.read(csv, REQUIRED_OF_SKILLS, OPTIONAL_OF_SKILLS);
        var needs = readNeeds(file);
        // skills before occupations: the order in which a merge locks
        var skillIds =
                skills.currentByEscoUri(needs.stream().map(Need::skillUri).collect(Collectors.toSet()));
        var known = byUri(occupations.lockedByEscoUri(
                needs.stream().map(Need::occupationUri).collect(Collectors.toSet())));
        var perOccupation = new HashMap<String, Integer>();
        for (var need : needs) {
            if (!known.containsKey(need.occupationUri)) {
                need.row.fault("occupationUri", "no occupation has this address; import the occupations first");
            }
            if (!skillIds.containsKey(need.skillUri)) {
                need.row.fault("skillUri", "no skill has this address; import the skills first");
            }
            if (perOccupation.merge(need.occupationUri, 1, Integer::sum) > CreateOccupationRequest.MAX_SKILLS) {
                need.row.fault(
                        null, "an occupation has at most %d skills".formatted(CreateOccupationRequest.MAX_SKILLS));
            }
        }
        file.requireSound();
        var changed = new LinkedHashSet<Occupation>();
        var rows = needs.stream()
                .map(need -> take(known.get(need.occupationUri), skillIds.get(need.skillUri), need, dryRun, changed))
                .toList();
        service.keep("imported", List.copyOf(changed));
        return ImportAnswer.of(dryRun, rows);
    }

    private static ImportAnswer.Row take(
            Occupation occupation, UUID skillId, Need need, boolean dryRun, Set<Occupation> changed) {
        var before = occupation.needs(skillId);
        var outcome = before == null ? CREATED : before == need.essential ? UNCHANGED : UPDATED;
        if (outcome != UNCHANGED && !dryRun) {
            occupation.need(skillId, need.essential);
            changed.add(occupation);
        }
        return new ImportAnswer.Row(need.row.number(), outcome, occupation.id());
    }

    private static List<Need> readNeeds(EscoFile file) {
        var seen = new HashMap<Object, Integer>();
        var needs = new ArrayList<Need>(file.rows().size());
        for (var row : file.rows()) {
            var occupation = row.uri("occupationUri", "occupation");
            var skill = row.uri("skillUri", "skill");
            var relation = row.text("relationType");
            if (!"essential".equals(relation) && !"optional".equals(relation)) {
                row.fault("relationType", "is neither essential nor optional");
            }
            if (occupation != null && skill != null) {
                row.once("skillUri", List.of(occupation, skill), seen);
                needs.add(new Need(row, occupation, skill, "essential".equals(relation)));
            }
        }
        return needs;
    }

    private static Map<String, Occupation> byUri(Collection<Occupation> found) {
        return found.stream().collect(Collectors.toMap(Occupation::escoUri, Function.identity()));
    }

    private static Set<String> columns(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }
}
