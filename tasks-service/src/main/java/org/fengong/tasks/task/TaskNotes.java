package org.fengong.tasks.task;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fengong.platform.problem.UnknownReferenceException;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What people note on a task to find it and to remember its steps; plans do not look at it. */
@Embeddable
record TaskNotes(
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> labels,
        String campaign,
        @JdbcTypeCode(SqlTypes.JSON) List<Link> links,
        @JdbcTypeCode(SqlTypes.JSON) List<ChecklistItem> checklist) {
    static final TaskNotes NONE = new TaskNotes(List.of(), null, List.of(), List.of());

    /** @throws UnknownReferenceException for an item of the checklist that the task does not have */
    TaskNotes changed(TaskForm form) {
        return new TaskNotes(
                form.labels() == null
                        ? List.of()
                        : form.labels().stream().map(String::strip).distinct().toList(),
                form.campaign() == null ? null : form.campaign().strip(),
                form.links() == null ? List.of() : form.links(),
                form.checklist() == null ? List.of() : merged(form.checklist()));
    }

    /** @throws ChecklistItemNotFoundException when there is no such item */
    TaskNotes with(UUID itemId, UnaryOperator<ChecklistItem> change) {
        if (checklist.stream().noneMatch(item -> item.itemId().equals(itemId))) {
            throw new ChecklistItemNotFoundException(itemId);
        }
        return new TaskNotes(
                labels,
                campaign,
                links,
                checklist.stream()
                        .map(item -> item.itemId().equals(itemId) ? change.apply(item) : item)
                        .toList());
    }

    private List<ChecklistItem> merged(List<ChecklistForm> forms) {
        var known = checklist.stream().collect(Collectors.toMap(ChecklistItem::itemId, Function.identity()));
        var result = new ArrayList<ChecklistItem>();
        for (int i = 0; i < forms.size(); i++) {
            var id = forms.get(i).itemId();
            var before = id == null ? null : known.remove(id);
            if (id != null && before == null) {
                throw new UnknownReferenceException("checklist-item", "checklist[%d].itemId".formatted(i), id);
            }
            result.add(ChecklistItem.of(forms.get(i), before));
        }
        return result;
    }
}
