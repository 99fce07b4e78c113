package org.fengong.tasks.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.tasks.task.Dependency;
import org.fengong.tasks.task.RoleForm;
import org.fengong.tasks.task.SkillRequirement;
import org.fengong.tasks.task.TaskForm;

/** Turns tasks of a template into forms of tasks, one after the other. */
class Instantiation {
    private final InstantiateRequest request;
    private final Map<String, UUID> skillIds;
    private final Map<String, UUID> departmentIds;
    private final Map<String, UUID> taskIds = new HashMap<>();
    private final List<InstantiateResponse.LeftOut> leftOut = new ArrayList<>();

    /** @param skillIds and departmentIds of those that the company has, by key */
    Instantiation(InstantiateRequest request, Map<String, UUID> skillIds, Map<String, UUID> departmentIds) {
        this.request = request;
        this.skillIds = skillIds;
        this.departmentIds = departmentIds;
    }

    /**
     * @param field path of the task in the template
     * @throws UnknownReferenceException for a skill or department that the company does not have
     */
    TaskForm form(TemplateTask task, String field) {
        var roles = new ArrayList<RoleForm>();
        for (int i = 0; i < task.roles().size(); i++) {
            roles.add(role(task, task.roles().get(i), field + ".roles[%d]".formatted(i)));
        }
        return new TaskForm(
                request.teamId(),
                request.keyPrefix() + "-" + task.key(),
                request.ownerId(),
                request.goalId(),
                null,
                task.title(),
                task.description(),
                task.contributionWeight(),
                task.importance(),
                day(task.startDays()),
                day(task.dueDays()),
                task.together(),
                task.allowSameMember(),
                request.draft(),
                roles,
                task.dependencies().stream()
                        .map(d -> new Dependency(taskIds.get(d.task()), d.lagWeeks()))
                        .toList(),
                null,
                null,
                null,
                null);
    }

    void made(TemplateTask task, UUID taskId) {
        taskIds.put(task.key(), taskId);
    }

    InstantiateResponse response(Template template) {
        var made = template.tasks().stream()
                .map(t -> new InstantiateResponse.Made(
                        t.key(), taskIds.get(t.key()), request.keyPrefix() + "-" + t.key()))
                .toList();
        return new InstantiateResponse(template.id(), made, leftOut);
    }

    private LocalDate day(Integer days) {
        return days == null ? null : request.date().plusDays(days);
    }

    private RoleForm role(TemplateTask task, TemplateTask.TemplateRole role, String field) {
        var skills = new ArrayList<SkillRequirement>();
        var asked = role.skills() == null ? List.<TemplateTask.TemplateSkill>of() : role.skills();
        for (int i = 0; i < asked.size(); i++) {
            var skill = asked.get(i);
            var id = skillIds.get(skill.skill());
            if (id != null) {
                skills.add(new SkillRequirement(id, skill.minLevel(), skill.mandatory(), skill.weight()));
            } else if (mayLeaveOut()) {
                leftOut.add(new InstantiateResponse.LeftOut(task.key(), role.name(), skill.skill(), null));
            } else {
                throw new UnknownReferenceException("skill", field + ".skills[%d].skill".formatted(i), skill.skill());
            }
        }
        var department = role.department();
        if (department != null && !departmentIds.containsKey(department)) {
            if (!mayLeaveOut()) {
                throw new UnknownReferenceException("department", field + ".department", department);
            }
            leftOut.add(new InstantiateResponse.LeftOut(task.key(), role.name(), null, department));
        }
        return new RoleForm(
                null,
                role.name(),
                role.effortMinutes(),
                department == null ? null : departmentIds.get(department),
                role.spanWeeks(),
                skills);
    }

    private boolean mayLeaveOut() {
        return Boolean.TRUE.equals(request.leaveOutUnknown());
    }
}
