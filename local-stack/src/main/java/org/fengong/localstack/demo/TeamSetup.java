package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;
import static org.fengong.localstack.demo.Json.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.localstack.demo.csv.TeamFiles;

/**
 * Brings the members, skills and teams of the suite to what the files say: what is missing is created, what differs is
 * changed, and who is in the team but not in the files leaves it. What an import takes is imported.
 */
final class TeamSetup {
    private static final String IMPORTS = "/member-imports";

    private final Api members;
    private final TeamFiles files;
    private final LocalDate firstMonday;
    private final Uploads uploads;

    TeamSetup(Api members, TeamFiles files, LocalDate firstMonday, Uploads uploads) {
        this.members = members;
        this.files = files;
        this.firstMonday = firstMonday;
        this.uploads = uploads;
    }

    /** @return the team as it is then */
    JsonNode load() {
        var departments = known("/departments");
        for (var department : files.departments()) {
            departments.put(
                    department.key(),
                    ensure("/departments", departments, department.key(), body("name", department.name())));
        }
        uploads.send(members, IMPORTS, "skills", files.skills());
        uploads.send(members, IMPORTS, "members", files.members());
        uploads.send(members, IMPORTS, "absences", files.absences());
        var people = ids("/members");
        for (var department : files.departments()) {
            if (department.lead() != null) {
                var known = departments.get(department.key());
                changed("/departments/" + id(known), known, body("leadId", people.get(department.lead())));
            }
        }
        var skills = ids("/skills");
        files.profiles().forEach(profile -> change(people.get(profile.member()), profile, skills));
        var department = departments.get(files.team().department());
        return team(people, department == null ? null : id(department));
    }

    private Map<String, JsonNode> known(String path) {
        return items(members.list(path, Map.of("limit", 100)))
                .collect(Collectors.toMap(thing -> thing.path("key").asText(), Function.identity()));
    }

    private Map<String, UUID> ids(String path) {
        return items(members.list(path, Map.of("limit", 100)))
                .collect(Collectors.toMap(thing -> thing.path("key").asText(), Json::id));
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

    private void change(UUID memberId, TeamFiles.Profile wanted, Map<String, UUID> skills) {
        var path = "/members/" + memberId;
        var member = members.get(path);
        for (var level : wanted.levels().entrySet()) {
            var skillId = skills.get(level.getKey());
            if (levelOf(member, skillId) != level.getValue()) {
                member = members.put(path + "/skills/" + skillId, body("level", level.getValue()), version(member));
            }
        }
        var kept = wanted.levels().keySet().stream().map(skills::get).toList();
        for (var held : member.path("skills")) {
            if (!kept.contains(id(held, "skillId"))) {
                member = members.delete(path + "/skills/" + id(held, "skillId"), version(member));
            }
        }
        var interests = wanted.interests().stream()
                .map(wish -> body("skillId", skills.get(wish.skill()), "field", wish.field(), "value", wish.value()))
                .toList();
        if (!Json.same(member.path("interests"), interests)) {
            member = members.put(path + "/interests", body("interests", interests), version(member));
        }
        var patterns = items(member.path("workingPatterns")).toList();
        if (!Json.same(patterns.get(patterns.size() - 1).path("minutes"), wanted.minutes())) {
            members.put(path + "/working-patterns/" + firstMonday, body("minutes", wanted.minutes()), version(member));
        }
    }

    private static int levelOf(JsonNode member, UUID skillId) {
        return items(member.path("skills"))
                .filter(held -> id(held, "skillId").equals(skillId))
                .mapToInt(held -> held.path("level").asInt())
                .findFirst()
                .orElse(0);
    }

    private JsonNode team(Map<String, UUID> people, UUID departmentId) {
        var wanted = files.team();
        var terms = body(
                "name",
                wanted.name(),
                "departmentId",
                departmentId,
                "leadId",
                people.get(wanted.lead()),
                "timeZone",
                wanted.timeZone(),
                "agreement",
                "OFFER");
        var path = "/teams/" + id(ensure("/teams", known("/teams"), wanted.key(), terms));
        var team = members.get(path);
        var shares = files.profiles().stream()
                .filter(profile -> profile.sharePercent() != null)
                .collect(Collectors.toMap(profile -> people.get(profile.member()), TeamFiles.Profile::sharePercent));
        for (var share : shares.entrySet()) {
            team = join(path, team, share.getKey(), share.getValue());
        }
        for (var membership : team.path("members")) {
            if (!membership.hasNonNull("to") && !shares.containsKey(id(membership, "memberId"))) {
                team = members.delete(path + "/members/" + id(membership, "memberId"), version(team));
            }
        }
        return team;
    }

    private JsonNode join(String path, JsonNode team, UUID memberId, int sharePercent) {
        var there = items(team.path("members"))
                .filter(membership -> id(membership, "memberId").equals(memberId))
                .findFirst();
        if (there.isPresent()
                && there.get().path("sharePercent").asInt() == sharePercent
                && !there.get().hasNonNull("to")) {
            return team;
        }
        var from = there.map(membership -> membership.path("from").asText()).orElse(firstMonday.toString());
        return members.put(
                path + "/members/" + memberId, body("sharePercent", sharePercent, "from", from), version(team));
    }
}
