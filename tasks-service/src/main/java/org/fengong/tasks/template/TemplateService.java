package org.fengong.tasks.template;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.platform.security.Caller;
import org.fengong.tasks.organisation.Organisation;
import org.fengong.tasks.organisation.TeamAccess;
import org.fengong.tasks.task.NewTasks;

@ApplicationScoped
class TemplateService {
    private final TemplateRepository templates;
    private final NewTasks newTasks;
    private final Organisation organisation;
    private final TeamAccess access;
    private final MergePatch mergePatch;
    private final ChangeHistory history;
    private final Caller caller;

    TemplateService(
            TemplateRepository templates,
            NewTasks newTasks,
            Organisation organisation,
            TeamAccess access,
            MergePatch mergePatch,
            ChangeHistory history,
            Caller caller) {
        this.templates = templates;
        this.newTasks = newTasks;
        this.organisation = organisation;
        this.access = access;
        this.mergePatch = mergePatch;
        this.history = history;
        this.caller = caller;
    }

    @Transactional
    Template create(TemplateForm form) {
        access.requireLedReference(form.teamId());
        var template = Template.create(form);
        templates.persistAndFlush(template);
        keep("created", template);
        return template;
    }

    Template read(UUID id) {
        return templates
                .findByIdOptional(id)
                .filter(this::isReadable)
                .orElseThrow(() -> new TemplateNotFoundException(id));
    }

    @Transactional
    Template patch(UUID id, long expectedVersion, JsonNode patch) {
        var template = requireOwn(id);
        EntityTags.requireSame(expectedVersion, template.version());
        template.change(mergePatch.apply(TemplateForm.of(template), patch, TemplateForm.class));
        templates.flush();
        keep("changed", template);
        return template;
    }

    Page<ChangeResponse> history(UUID id, String cursor, Integer limit) {
        read(id);
        return history.of(id, cursor, limit);
    }

    @Transactional
    void delete(UUID id, long expectedVersion) {
        var template = requireOwn(id);
        EntityTags.requireSame(expectedVersion, template.version());
        templates.delete(template);
        history.forget(id);
    }

    /**
     * All tasks of the template or none.
     *
     * @throws UnknownReferenceException for a skill or department that the company does not have
     */
    @Transactional
    InstantiateResponse instantiate(UUID id, InstantiateRequest request) {
        var template = read(id);
        access.requireLedReference(request.teamId());
        var roles =
                template.tasks().stream().flatMap(task -> task.roles().stream()).toList();
        var instantiation = new Instantiation(
                request,
                organisation.skillIds(roles.stream()
                        .filter(role -> role.skills() != null)
                        .flatMap(role -> role.skills().stream())
                        .map(TemplateTask.TemplateSkill::skill)
                        .collect(Collectors.toSet())),
                organisation.departmentIds(roles.stream()
                        .map(TemplateTask.TemplateRole::department)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
        for (var task : TaskOrder.of(template.tasks())) {
            var field = "tasks[%d]".formatted(template.tasks().indexOf(task));
            instantiation.made(task, newTasks.create(instantiation.form(task, field)));
        }
        return instantiation.response(template);
    }

    private void keep(String action, Template template) {
        history.keep(
                template.id(), template.version(), action, caller.actorName(), null, TemplateResponse.of(template));
    }

    private boolean isReadable(Template template) {
        return template.teamId() == null || access.mayRead(template.teamId());
    }

    private Template requireOwn(UUID id) {
        var template = templates.requireLocked(id);
        if (!isReadable(template)) {
            throw new TemplateNotFoundException(id);
        }
        if (template.teamId() == null) {
            throw new TemplateShippedException(template);
        }
        access.requireLed(template.teamId());
        return template;
    }
}
