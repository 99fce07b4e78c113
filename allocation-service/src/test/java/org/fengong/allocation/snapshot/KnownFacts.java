package org.fengong.allocation.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengong.platform.testing.ReceivedEvent;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Tells the service of a team of a test's own, as the events of the other services would. */
public final class KnownFacts {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public final UUID teamId = UUID.randomUUID();
    public final UUID leadId = UUID.randomUUID();
    public final UUID departmentId = UUID.randomUUID();
    public final UUID skillId = UUID.randomUUID();

    private final Map<UUID, ObjectNode> members = new LinkedHashMap<>();
    private final Map<UUID, ObjectNode> tasks = new LinkedHashMap<>();
    private final ObjectNode team = MAPPER.createObjectNode();

    private KnownFacts() {}

    /** A team in UTC that plans by its lead's word, a department and one skill. */
    public static KnownFacts ofTeam() {
        var facts = new KnownFacts();
        tellSkill(facts.skillId, "Copywriting");
        var department = MAPPER.createObjectNode()
                .put("departmentId", facts.departmentId.toString())
                .put("key", "department-" + facts.departmentId)
                .put("version", 1)
                .put("name", "Marketing");
        department.putArray("contactIds").add(facts.leadId.toString());
        organisation("department-changed", department);
        facts.team
                .put("teamId", facts.teamId.toString())
                .put("key", "team-" + facts.teamId)
                .put("version", 0)
                .put("name", "Brand")
                .put("departmentId", facts.departmentId.toString())
                .put("leadId", facts.leadId.toString())
                .put("timeZone", "UTC")
                .put("agreement", "LEAD")
                .put("active", true)
                .putArray("members");
        facts.tellTeam(team -> {});
        return facts;
    }

    /** Another department with a lead and a contact of its own, and nobody else yet. */
    public static Department otherDepartment() {
        var department = new Department(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var told = MAPPER.createObjectNode()
                .put("departmentId", department.id().toString())
                .put("key", "department-" + department.id())
                .put("version", 1)
                .put("name", "Sales")
                .put("leadId", department.leadId().toString());
        told.putArray("contactIds").add(department.contactId().toString());
        organisation("department-changed", told);
        return department;
    }

    public record Department(UUID id, UUID leadId, UUID contactId) {}

    public void belongsTo(UUID memberId, Department department) {
        tellMember(
                "member-changed",
                memberId,
                m -> m.put("departmentId", department.id().toString()));
    }

    public void worksFor(Department department) {
        tellTeam(t -> t.put("departmentId", department.id().toString()));
    }

    public static void comments(UUID taskId, UUID teamId, UUID author, UUID... mentions) {
        var comment = MAPPER.createObjectNode()
                .put("commentId", UUID.randomUUID().toString())
                .put("taskId", taskId.toString())
                .put("teamId", teamId.toString())
                .put("version", 1)
                .put("actor", author.toString());
        var mentioned = comment.putArray("mentions");
        Stream.of(mentions).map(UUID::toString).forEach(mentioned::add);
        Arc.container().instance(TaskEventsConsumer.class).get().receive(event("tasks.comment-added", comment));
    }

    /** A further skill of the field of content; its id comes back. */
    public UUID skill(String name) {
        var id = UUID.randomUUID();
        tellSkill(id, name);
        return id;
    }

    private static void tellSkill(UUID id, String name) {
        organisation(
                "skill-changed",
                MAPPER.createObjectNode()
                        .put("skillId", id.toString())
                        .put("key", "skill-" + id)
                        .put("version", 1)
                        .put("field", "content")
                        .put("active", true)
                        .set("names", MAPPER.createObjectNode().put("en", name)));
    }

    public void offersItsPlans() {
        tellTeam(t -> t.put("agreement", "OFFER"));
    }

    /** A member of the team from long ago, with 2400 minutes a week and the team's skill. */
    public UUID member(String name, int level) {
        var id = UUID.randomUUID();
        var member = MAPPER.createObjectNode()
                .put("memberId", id.toString())
                .put("key", "member-" + id)
                .put("version", 0)
                .put("active", true)
                .put("displayName", name)
                .put("email", name + "@example.org")
                .put("locale", "en")
                .put("timeZone", "UTC")
                .put("departmentId", departmentId.toString())
                .put("availabilityFactor", 1.0);
        var pattern = member.putArray("workingPatterns").addObject().put("validFrom", "2020-01-01");
        var minutes = pattern.putArray("minutes");
        for (int day = 1; day <= 7; day++) {
            minutes.add(day <= 5 ? 480 : 0);
        }
        member.putArray("absences");
        member.putArray("interests");
        if (level > 0) {
            member.putArray("skills")
                    .addObject()
                    .put("skillId", skillId.toString())
                    .put("level", level);
        }
        members.put(id, member);
        joins(id, 100);
        return id;
    }

    /** Takes a member of another team in as well, as members-service would tell of both. */
    public void shares(KnownFacts other, UUID memberId, int sharePercent) {
        members.put(memberId, other.members.get(memberId));
        joins(memberId, sharePercent);
    }

    /** Takes in a member whom this service knows by nothing else. */
    public void joins(UUID memberId) {
        tellTeam(t -> ((ArrayNode) t.get("members"))
                .addObject()
                .put("memberId", memberId.toString())
                .put("sharePercent", 100)
                .put("from", "2020-01-01"));
    }

    private void joins(UUID memberId, int sharePercent) {
        members.get(memberId)
                .withArray("memberships")
                .addObject()
                .put("teamId", teamId.toString())
                .put("sharePercent", sharePercent)
                .put("from", "2020-01-01");
        tellMember("member-changed", memberId, m -> {});
        tellTeam(t -> ((ArrayNode) t.get("members"))
                .addObject()
                .put("memberId", memberId.toString())
                .put("sharePercent", sharePercent)
                .put("from", "2020-01-01"));
    }

    public void isAway(UUID memberId, LocalDate from, LocalDate to) {
        tellMember(
                "member-changed",
                memberId,
                m -> m.withArray("absences")
                        .addObject()
                        .put("absenceId", UUID.randomUUID().toString())
                        .put("from", from.toString())
                        .put("to", to.toString())
                        .put("kind", "VACATION")
                        .put("share", 1.0));
    }

    public void isAway(UUID memberId, YearWeek week) {
        isAway(memberId, Weeks.monday(week), Weeks.sunday(week));
    }

    public void isCalled(UUID memberId, String name) {
        tellMember("member-changed", memberId, m -> m.put("displayName", name));
    }

    /** @param locale BCP 47 */
    public void speaks(UUID memberId, String locale) {
        tellMember("member-changed", memberId, m -> m.put("locale", locale));
    }

    public void isBack(UUID memberId) {
        tellMember("member-changed", memberId, m -> m.putArray("absences"));
    }

    public void holds(UUID memberId, int level) {
        tellMember(
                "member-changed",
                memberId,
                m -> m.putArray("skills")
                        .addObject()
                        .put("skillId", skillId.toString())
                        .put("level", level));
    }

    public void holdsToo(UUID memberId, UUID otherSkillId, int level) {
        tellMember(
                "member-changed",
                memberId,
                m -> m.withArray("skills")
                        .addObject()
                        .put("skillId", otherSkillId.toString())
                        .put("level", level));
    }

    public void isInterestedInSkill(UUID memberId, int value) {
        tellMember(
                "member-changed",
                memberId,
                m -> m.withArray("interests")
                        .addObject()
                        .put("skillId", skillId.toString())
                        .put("value", value));
    }

    /** @param until null: until it is taken back */
    public void wantsToLearn(UUID memberId, int targetLevel, LocalDate until) {
        tellMember("member-changed", memberId, m -> {
            var wish = m.withArray("learningWishes")
                    .addObject()
                    .put("skillId", skillId.toString())
                    .put("targetLevel", targetLevel);
            if (until != null) {
                wish.put("until", until.toString());
            }
        });
    }

    public void isInterestedInField(UUID memberId, String field, int value) {
        tellMember(
                "member-changed",
                memberId,
                m -> m.withArray("interests").addObject().put("field", field).put("value", value));
    }

    /** Stays in the company but not in the team, as members-service would tell of both. */
    public void leavesTeam(UUID memberId, LocalDate lastDay) {
        tellMember("member-changed", memberId, m -> endMembership(m.get("memberships"), "teamId", teamId, lastDay));
        tellTeam(t -> endMembership(t.get("members"), "memberId", memberId, lastDay));
    }

    private static void endMembership(JsonNode memberships, String field, UUID id, LocalDate lastDay) {
        memberships.forEach(one -> {
            if (one.get(field).asText().equals(id.toString())) {
                ((ObjectNode) one).put("to", lastDay.toString());
            }
        });
    }

    public void leaves(UUID memberId, LocalDate lastDay) {
        tellMember("member-deactivated", memberId, m -> m.put("active", false).put("leftOn", lastDay.toString()));
    }

    public void isErased(UUID memberId) {
        var member = members.remove(memberId);
        Arc.container()
                .instance(MemberEventsConsumer.class)
                .get()
                .receive(event(
                        "members.member-erased",
                        MAPPER.createObjectNode()
                                .put("memberId", memberId.toString())
                                .put("version", member.get("version").asLong() + 1)));
    }

    /** An open task with one role of the team's skill at level 2, due at the end of the week. */
    public UUID task(int effortMinutes, YearWeek dueWeek) {
        return task(effortMinutes, dueWeek, task -> {});
    }

    public UUID task(int effortMinutes, YearWeek dueWeek, Consumer<ObjectNode> as) {
        var id = UUID.randomUUID();
        var task = MAPPER.createObjectNode()
                .put("taskId", id.toString())
                .put("key", "task-" + id)
                .put("version", 0)
                .put("teamId", teamId.toString())
                .put("ownerId", leadId.toString())
                .put("title", "Write the flyer")
                .put("contributionWeight", 1.0)
                .put("importance", 3)
                .put("dueDate", Weeks.sunday(dueWeek).toString())
                .put("status", "OPEN")
                .put("together", false)
                .put("allowSameMember", false)
                .put("createdAt", "2026-01-01T00:00:00Z");
        task.putArray("dependsOn");
        task.putArray("roles");
        addRole(task, UUID.randomUUID(), effortMinutes, skillId, 2);
        tasks.put(id, task);
        tellTask("task-created", id, as);
        return id;
    }

    public static void addRole(ObjectNode task, UUID roleId, int effortMinutes, UUID skillId, int minLevel) {
        var role = task.withArray("roles")
                .addObject()
                .put("roleId", roleId.toString())
                .put("name", "Author")
                .put("effortMinutes", effortMinutes)
                .put("loggedMinutes", 0)
                .put("completed", false);
        role.putArray("skills")
                .addObject()
                .put("skillId", skillId.toString())
                .put("minLevel", minLevel)
                .put("mandatory", true)
                .put("weight", 1);
    }

    public static void waitsFor(ObjectNode task, UUID predecessor) {
        task.withArray("dependsOn")
                .addObject()
                .put("taskId", predecessor.toString())
                .put("lagWeeks", 1);
    }

    public UUID roleOf(UUID taskId) {
        return UUID.fromString(tasks.get(taskId).at("/roles/0/roleId").asText());
    }

    public long versionOf(UUID taskId) {
        return tasks.get(taskId).get("version").asLong();
    }

    public void changes(UUID taskId, Consumer<ObjectNode> change) {
        tellTask("task-changed", taskId, change);
    }

    public void completesRole(UUID taskId) {
        tellTask("task-changed", taskId, t -> ((ObjectNode) t.at("/roles/0")).put("completed", true));
    }

    public void cancels(UUID taskId) {
        tellTask("task-cancelled", taskId, t -> t.put("status", "CANCELLED"));
    }

    public void completes(UUID taskId) {
        tellTask("task-completed", taskId, t -> {
            t.put("status", "COMPLETED").put("completedAt", "2026-01-05T08:00:00Z");
            t.get("roles").forEach(role -> ((ObjectNode) role).put("completed", true));
        });
    }

    public void logs(UUID taskId, UUID memberId, int minutes) {
        var task = tasks.get(taskId);
        var role = (ObjectNode) task.at("/roles/0");
        task.put("version", task.get("version").asLong() + 1).put("status", "IN_PROGRESS");
        role.put("loggedMinutes", role.get("loggedMinutes").asInt() + minutes);
        work(
                "work-logged",
                MAPPER.createObjectNode()
                        .put("workLogId", UUID.randomUUID().toString())
                        .put("taskId", taskId.toString())
                        .put("roleId", role.get("roleId").asText())
                        .put("memberId", memberId.toString())
                        .put("teamId", teamId.toString())
                        .put("date", "2026-01-05")
                        .put("minutes", minutes)
                        .put("roleLoggedMinutes", role.get("loggedMinutes").asInt())
                        .put("version", task.get("version").asLong()));
    }

    public void estimates(UUID taskId, int minutesToComplete) {
        var task = tasks.get(taskId);
        task.put("version", task.get("version").asLong() + 1);
        ((ObjectNode) task.at("/roles/0")).put("estimateToCompleteMinutes", minutesToComplete);
        work(
                "estimate-changed",
                MAPPER.createObjectNode()
                        .put("taskId", taskId.toString())
                        .put("roleId", task.at("/roles/0/roleId").asText())
                        .put("teamId", teamId.toString())
                        .put("estimateToCompleteMinutes", minutesToComplete)
                        .put("version", task.get("version").asLong()));
    }

    /** A goal with one key result; its id comes back. */
    public UUID goal(int weight) {
        var id = UUID.randomUUID();
        var goal = MAPPER.createObjectNode()
                .put("goalId", id.toString())
                .put("key", "goal-" + id)
                .put("version", 1)
                .put("teamId", teamId.toString())
                .put("title", "Win the north")
                .put("from", "2026-01-01")
                .put("to", "2026-12-31")
                .put("weight", weight);
        goal.putArray("keyResults")
                .addObject()
                .put(
                        "keyResultId",
                        UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("title", "Sign-ups a week")
                .put("unit", "sign-ups")
                .put("baseline", 100)
                .put("target", 200)
                .put("current", 120);
        Arc.container().instance(GoalEventsConsumer.class).get().receive(event("tasks.goal-created", goal));
        return id;
    }

    private void tellMember(String fact, UUID memberId, Consumer<ObjectNode> change) {
        var member = members.get(memberId);
        change.accept(member);
        member.put("version", member.get("version").asLong() + 1);
        Arc.container().instance(MemberEventsConsumer.class).get().receive(event("members." + fact, member));
    }

    private void tellTeam(Consumer<ObjectNode> change) {
        change.accept(team);
        team.put("version", team.get("version").asLong() + 1);
        organisation("team-changed", team);
    }

    private void tellTask(String fact, UUID taskId, Consumer<ObjectNode> change) {
        var task = tasks.get(taskId);
        change.accept(task);
        task.put("version", task.get("version").asLong() + 1);
        Arc.container().instance(TaskEventsConsumer.class).get().receive(event("tasks." + fact, task));
    }

    private static void work(String fact, ObjectNode data) {
        Arc.container().instance(WorkEventsConsumer.class).get().receive(event("tasks." + fact, data));
    }

    private static void organisation(String fact, JsonNode data) {
        Arc.container().instance(OrganisationEventsConsumer.class).get().receive(event("members." + fact, data));
    }

    private static ConsumerRecord<String, byte[]> event(String fact, JsonNode data) {
        return ReceivedEvent.of("fengong." + fact + ".v1", data);
    }
}
