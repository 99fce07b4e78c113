package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;
import static org.fengong.localstack.demo.Json.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.localstack.demo.csv.TeamFiles;
import org.threeten.extra.YearWeek;

/**
 * Brings the members, skills and teams of the suite to what the files say, through the public API: what is missing is
 * created, what differs is changed, and who is in the team but not in the files leaves it.
 */
final class TeamLoader {
    private final Api members;
    private final TeamFiles files;
    private final LocalDate firstMonday;

    private final Map<String, UUID> departmentIds = new HashMap<>();
    private final Map<String, UUID> skillIds = new HashMap<>();
    private final Map<String, UUID> memberIds = new LinkedHashMap<>();

    TeamLoader(Api members, TeamFiles files, LocalDate firstMonday) {
        this.members = members;
        this.files = files;
        this.firstMonday = firstMonday;
    }

    /** @return the team as it is then */
    JsonNode load() {
        loadDepartments();
        loadSkills();
        loadMembers();
        loadDepartmentLeads();
        var team = loadTeam();
        loadAbsences();
        return team;
    }

    UUID departmentId(String key) {
        return departmentIds.get(key);
    }

    UUID skillId(String key) {
        return skillIds.get(key);
    }

    UUID memberId(String key) {
        return memberIds.get(key);
    }

    Map<UUID, String> names() {
        return files.members().stream()
                .collect(Collectors.toMap(m -> memberIds.get(m.key()), TeamFiles.Member::displayName));
    }

    /** Percent of each member's time that the team has. */
    Map<UUID, Integer> sharePercents() {
        return files.members().stream()
                .filter(member -> member.sharePercent() != null)
                .collect(Collectors.toMap(m -> memberIds.get(m.key()), TeamFiles.Member::sharePercent));
    }

    /** What the team has of its members' time. */
    int capacityMinutes(YearWeek from, int weeks) {
        return sharePercents().entrySet().stream()
                .mapToInt(member -> items(members.get(
                                                "/members/" + member.getKey() + "/capacity",
                                                Map.of("from", from, "weeks", weeks))
                                        .path("weeks"))
                                .mapToInt(week -> week.path("capacityMinutes").asInt())
                                .sum()
                        * member.getValue()
                        / 100)
                .sum();
    }

    private void loadDepartments() {
        var known = known("/departments");
        for (var department : files.departments()) {
            departmentIds.put(
                    department.key(),
                    id(ensure("/departments", known, department.key(), body("name", department.name()))));
        }
    }

    private void loadDepartmentLeads() {
        var known = known("/departments");
        for (var department : files.departments()) {
            if (department.lead() != null) {
                changed(
                        "/departments/" + departmentIds.get(department.key()),
                        known.get(department.key()),
                        body("leadId", memberIds.get(department.lead())));
            }
        }
    }

    private void loadSkills() {
        var known = known("/skills");
        for (var skill : files.skills()) {
            var wanted = body(
                    "names",
                    body("en", skill.nameEn(), "zh-TW", skill.nameZhTw(), "zh-CN", skill.nameZhCn()),
                    "field",
                    skill.field(),
                    "escoUri",
                    skill.escoUri());
            skillIds.put(skill.key(), id(ensure("/skills", known, skill.key(), wanted)));
        }
    }

    private Map<String, JsonNode> known(String path) {
        return items(members.list(path, Map.of("limit", 100)))
                .collect(Collectors.toMap(thing -> thing.path("key").asText(), Function.identity()));
    }

    /** The thing with the key, created or changed where it differs. */
    private JsonNode ensure(String path, Map<String, JsonNode> known, String key, Map<String, Object> wanted) {
        var thing = known.get(key);
        if (thing == null) {
            var whole = new LinkedHashMap<String, Object>(wanted);
            whole.put("key", key);
            return members.post(path, whole);
        }
        return changed(path + "/" + id(thing), thing, wanted);
    }

    private JsonNode changed(String path, JsonNode thing, Map<String, Object> wanted) {
        var differing = new LinkedHashMap<String, Object>(wanted);
        differing.entrySet().removeIf(field -> Json.same(thing.get(field.getKey()), field.getValue()));
        return differing.isEmpty() ? thing : members.patch(path, differing, version(thing));
    }

    private void loadMembers() {
        var known = known("/members");
        var newcomers = files.members().stream()
                .filter(member -> !known.containsKey(member.key()))
                .toList();
        var results = newcomers.isEmpty()
                ? List.<JsonNode>of()
                : items(members.post(
                                        "/members/batch",
                                        body(
                                                "items",
                                                newcomers.stream()
                                                        .map(this::form)
                                                        .toList()))
                                .path("results"))
                        .toList();
        for (int i = 0; i < newcomers.size(); i++) {
            var result = results.get(i);
            if (!result.hasNonNull("id")) {
                throw new LoadException("The member " + newcomers.get(i).key(), result.path("problem"));
            }
            memberIds.put(newcomers.get(i).key(), id(result));
        }
        for (var member : files.members()) {
            if (known.containsKey(member.key())) {
                memberIds.put(member.key(), change(id(known.get(member.key())), member));
            }
        }
    }

    private Map<String, Object> profile(TeamFiles.Member member) {
        return body(
                "displayName",
                member.displayName(),
                "email",
                member.email(),
                "locale",
                member.locale(),
                "timeZone",
                member.timeZone(),
                "occupation",
                member.occupation(),
                "departmentId",
                departmentIds.get(member.department()),
                "availabilityFactor",
                member.availabilityFactor());
    }

    private Map<String, Object> form(TeamFiles.Member member) {
        var form = new LinkedHashMap<String, Object>(profile(member));
        form.put("key", member.key());
        form.put("workingPattern", body("validFrom", LocalDate.of(2000, 1, 1), "minutes", member.minutes()));
        form.put("skills", levels(member));
        form.put("interests", interests(member));
        return form;
    }

    private List<Map<String, Object>> levels(TeamFiles.Member member) {
        return member.levels().entrySet().stream()
                .map(level -> body("skillId", skillIds.get(level.getKey()), "level", level.getValue()))
                .toList();
    }

    private List<Map<String, Object>> interests(TeamFiles.Member member) {
        return member.interests().stream()
                .map(wish -> body("skillId", skillIds.get(wish.skill()), "field", wish.field(), "value", wish.value()))
                .toList();
    }

    private UUID change(UUID memberId, TeamFiles.Member wanted) {
        var path = "/members/" + memberId;
        var member = changed(path, members.get(path), profile(wanted));
        for (var level : wanted.levels().entrySet()) {
            var skillId = skillIds.get(level.getKey());
            if (levelOf(member, skillId) != level.getValue()) {
                member = members.put(path + "/skills/" + skillId, body("level", level.getValue()), version(member));
            }
        }
        var kept = wanted.levels().keySet().stream().map(skillIds::get).toList();
        for (var held : member.path("skills")) {
            if (!kept.contains(id(held, "skillId"))) {
                member = members.delete(path + "/skills/" + id(held, "skillId"), version(member));
            }
        }
        if (!Json.same(member.path("interests"), interests(wanted))) {
            member = members.put(path + "/interests", body("interests", interests(wanted)), version(member));
        }
        var patterns = items(member.path("workingPatterns")).toList();
        if (!Json.same(patterns.get(patterns.size() - 1).path("minutes"), wanted.minutes())) {
            members.put(path + "/working-patterns/" + firstMonday, body("minutes", wanted.minutes()), version(member));
        }
        return memberId;
    }

    private static int levelOf(JsonNode member, UUID skillId) {
        return items(member.path("skills"))
                .filter(held -> id(held, "skillId").equals(skillId))
                .mapToInt(held -> held.path("level").asInt())
                .findFirst()
                .orElse(0);
    }

    private JsonNode loadTeam() {
        var wanted = files.team();
        var found = members.list("/teams", Map.of("key", wanted.key()));
        var terms = body(
                "name",
                wanted.name(),
                "departmentId",
                departmentIds.get(wanted.department()),
                "leadId",
                memberIds.get(wanted.lead()),
                "timeZone",
                wanted.timeZone(),
                "agreement",
                "OFFER");
        var known = found.isEmpty() ? Map.<String, JsonNode>of() : Map.of(wanted.key(), found.get(0));
        var path = "/teams/" + id(ensure("/teams", known, wanted.key(), terms));
        var team = members.get(path);
        for (var member : files.members()) {
            if (member.sharePercent() != null) {
                team = join(path, team, member);
            }
        }
        for (var membership : team.path("members")) {
            if (!mayStay(membership)) {
                team = members.delete(path + "/members/" + id(membership, "memberId"), version(team));
            }
        }
        return team;
    }

    private boolean mayStay(JsonNode membership) {
        return membership.hasNonNull("to")
                || files.members().stream()
                        .anyMatch(m -> m.sharePercent() != null
                                && memberIds.get(m.key()).equals(id(membership, "memberId")));
    }

    private JsonNode join(String path, JsonNode team, TeamFiles.Member member) {
        var memberId = memberIds.get(member.key());
        var there = items(team.path("members"))
                .filter(membership -> id(membership, "memberId").equals(memberId))
                .findFirst();
        if (there.isPresent()
                && there.get().path("sharePercent").asInt() == member.sharePercent()
                && !there.get().hasNonNull("to")) {
            return team;
        }
        var from = there.map(membership -> membership.path("from").asText()).orElse(firstMonday.toString());
        return members.put(
                path + "/members/" + memberId,
                body("sharePercent", member.sharePercent(), "from", from),
                version(team));
    }

    private void loadAbsences() {
        for (var absence : files.absences()) {
            var path = "/members/" + memberIds.get(absence.member()) + "/absences";
            var wanted =
                    body("from", absence.from(), "to", absence.to(), "kind", absence.kind(), "share", absence.share());
            var there = items(members.get("/members/" + memberIds.get(absence.member()))
                            .path("absences"))
                    .anyMatch(known -> known.path("from")
                                    .asText()
                                    .equals(absence.from().toString())
                            && known.path("to").asText().equals(absence.to().toString()));
            if (!there) {
                members.post(path, wanted);
            }
        }
    }
}
