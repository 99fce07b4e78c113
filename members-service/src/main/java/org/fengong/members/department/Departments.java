package org.fengong.members.department;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.problem.UnknownReferenceException;

/** What other features may ask of the departments. */
@ApplicationScoped
public class Departments {
    private final DepartmentRepository departments;

    Departments(DepartmentRepository departments) {
        this.departments = departments;
    }

    /** Keys of the departments that name the member as lead or contact. */
    public List<String> keysNaming(UUID memberId) {
        return departments.keysNaming(memberId);
    }

    /** @throws UnknownReferenceException when the id is given and names no department */
    public void requireKnown(UUID id, String field) {
        if (id != null && departments.findByIdOptional(id).isEmpty()) {
            throw new UnknownReferenceException("department", field, id);
        }
    }

    /** Of those of the keys that are departments. */
    public Map<String, UUID> idsByKey(Collection<String> keys) {
        return departments.list("key in ?1", keys).stream().collect(Collectors.toMap(Department::key, Department::id));
    }

    /** Of those of the ids that are departments. */
    public Map<UUID, String> keysById(Collection<UUID> ids) {
        return departments.list("id in ?1", ids).stream().collect(Collectors.toMap(Department::id, Department::key));
    }
}
