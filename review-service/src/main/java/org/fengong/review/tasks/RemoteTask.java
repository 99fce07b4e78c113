package org.fengong.review.tasks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/** What this service needs of a task; tasks-service says more. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RemoteTask(UUID id, long version, UUID ownerId, String title, int importance, List<Role> roles) {
    /** @param skills as they are told, to be sent back as they are */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Role(
            UUID roleId,
            String name,
            int effortMinutes,
            UUID departmentId,
            Integer spanWeeks,
            boolean completed,
            JsonNode skills) {
        RoleForm form() {
            return new RoleForm(roleId, name, effortMinutes, departmentId, spanWeeks, skills);
        }
    }

    /** A role as a change of its task sends it. */
    record RoleForm(
            UUID roleId, String name, int effortMinutes, UUID departmentId, Integer spanWeeks, JsonNode skills) {
        RoleForm withEffort(int minutes) {
            return new RoleForm(roleId, name, minutes, departmentId, spanWeeks, skills);
        }

        RoleForm ofDepartment(UUID id) {
            return new RoleForm(roleId, name, effortMinutes, id, spanWeeks, skills);
        }
    }

    List<RoleForm> forms() {
        return roles.stream().map(Role::form).toList();
    }
}
