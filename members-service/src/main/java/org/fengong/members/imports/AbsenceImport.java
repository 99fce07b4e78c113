package org.fengong.members.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.members.member.Absence;
import org.fengong.members.member.ManyMembers;
import org.fengong.platform.imports.Chunk;
import org.fengong.platform.imports.Column;
import org.fengong.platform.imports.Column.Type;
import org.fengong.platform.imports.ImportKind;
import org.fengong.platform.imports.Item;
import org.fengong.platform.problem.ExceptionTranslator;

/** Takes absences in; one of the same member, kind and first day is changed. */
@ApplicationScoped
class AbsenceImport implements ImportKind {
    static final List<Column> COLUMNS = List.of(
            Column.required("member", Type.TEXT, "Key of the member."),
            Column.required("kind", Type.TEXT, "VACATION, SICK, TRAINING or OTHER."),
            Column.required("from", Type.DATE, "First day."),
            Column.required("to", Type.DATE, "Last day."),
            Column.optional("share", Type.NUMBER, "Of each day: 0.5 or 1; empty: 1."));

    private final ManyMembers members;
    private final ExceptionTranslator translator;
    private final ObjectMapper mapper;
    private final Clock clock;

    AbsenceImport(ManyMembers members, ExceptionTranslator translator, ObjectMapper mapper, Clock clock) {
        this.members = members;
        this.translator = translator;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "absences";
    }

    @Override
    public String description() {
        return "Days on which members are away, a row for each absence; a lead reports those of the own teams.";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> keyColumns() {
        return List.of("member", "kind", "from");
    }

    @Override
    public void take(List<Item> items, Chunk chunk) {
        var known = members.find(
                items.stream().map(item -> item.first().key("member")).collect(Collectors.toSet()), chunk.stores());
        var led = led(known.values().stream().map(ManyMembers.Known::id).toList(), chunk);
        var changes = new HashMap<UUID, List<Absence>>();
        for (var item : items) {
            var member = known.get(item.first().key("member"));
            if (member == null || !(chunk.importer().everyTeam() || led.contains(member.id()))) {
                item.refuse(item.first(), "member", "unknown member");
                continue;
            }
            try {
                var absence = judge(item, member);
                if (!member.absences().contains(absence)) {
                    changes.computeIfAbsent(member.id(), id -> new ArrayList<>())
                            .add(absence);
                }
            } catch (RuntimeException e) {
                item.refuse(translator.translate(e).orElseThrow(() -> e));
            }
        }
        if (chunk.stores()) {
            members.storeAbsences(changes, chunk.importer().actor());
        }
    }

    /** Those of the members who are in a team that the importer leads. */
    private Set<UUID> led(List<UUID> memberIds, Chunk chunk) {
        var importer = chunk.importer();
        if (importer.everyTeam() || !importer.lead() || importer.memberId() == null) {
            return Set.of();
        }
        return members.ledTeams(memberIds, importer.memberId(), LocalDate.now(clock)).entrySet().stream()
                .filter(teams -> teams.getValue().stream().anyMatch(importer::covers))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Absence judge(Item item, ManyMembers.Known member) {
        var row = item.first();
        var share = row.number("share");
        var patch = mapper.createObjectNode()
                .put("from", row.date("from").toString())
                .put("to", row.date("to").toString())
                .put("kind", row.key("kind"))
                .put("share", (share == null ? BigDecimal.ONE : share).doubleValue());
        var earlier = member.absences().stream()
                .filter(absence -> absence.from().equals(row.date("from"))
                        && absence.kind().name().equals(row.key("kind")))
                .findFirst();
        var absence = members.absence(
                earlier.map(Absence::absenceId)
                        .orElseGet(() -> Generators.timeBasedEpochGenerator().generate()),
                patch);
        item.accept(earlier.isEmpty(), !earlier.filter(absence::equals).isPresent());
        return absence;
    }
}
