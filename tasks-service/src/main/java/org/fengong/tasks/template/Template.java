package org.fengong.tasks.template;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.problem.RuleViolatedException;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A bundle of tasks; without a team it came with the product. */
@Entity
@Table(name = "task_template")
class Template {
    @Id
    private UUID id;

    private UUID teamId;
    private String key;
    private String name;
    private String description;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TemplateTask> tasks = List.of();

    @Version
    private long version = 1;

    protected Template() {}

    static Template create(TemplateForm form) {
        var template = new Template();
        template.id = Generators.timeBasedEpochGenerator().generate();
        template.teamId = form.teamId();
        template.change(form);
        return template;
    }

    /**
     * @throws RuleViolatedException when its tasks do not go together, or it would move to another team
     */
    void change(TemplateForm form) {
        if (!form.teamId().equals(teamId)) {
            throw new RuleViolatedException("team-is-fixed", "teamId", "A template stays with its team.");
        }
        TaskOrder.of(form.tasks());
        key = form.key();
        name = form.name();
        description = form.description();
        tasks = form.tasks();
    }

    UUID id() {
        return id;
    }

    /** Null for one that came with the product. */
    UUID teamId() {
        return teamId;
    }

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    List<TemplateTask> tasks() {
        return tasks;
    }

    long version() {
        return version;
    }
}
