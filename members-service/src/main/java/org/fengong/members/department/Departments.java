package org.fengong.members.department;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
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
}
