package org.fengong.members.department;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a department is made of; also the form that a merge patch changes.
 *
 * @param key unique name for people and files
 * @param parentId department that it is part of
 * @param leadId member who heads the department
 * @param contactIds members whom others may turn to
 */
@Schema(name = "CreateDepartmentRequest", examples = """
        {"key": "marketing", "name": "Marketing"}""")
record CreateDepartmentRequest(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]*") @Size(max = 60)
        String key,

        @NotBlank @Size(max = 120) String name,
        UUID parentId,
        UUID leadId,
        @Size(max = 20) List<@NotNull UUID> contactIds) {
    static CreateDepartmentRequest of(Department department) {
        return new CreateDepartmentRequest(
                department.key(),
                department.name(),
                department.parentId(),
                department.leadId(),
                department.contactIds());
    }
}
