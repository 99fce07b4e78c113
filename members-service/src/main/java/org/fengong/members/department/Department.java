package org.fengong.members.department;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;

/** A place in the company, such as marketing or sales. */
@Entity
class Department {
    @Id
    private UUID id;

    private String key;
    private String name;
    private UUID parentId;
    private UUID leadId;
    private List<UUID> contactIds;

    @Version
    private long version = 1;

    protected Department() {}

    static Department create(CreateDepartmentRequest request) {
        var department = new Department();
        department.id = Generators.timeBasedEpochGenerator().generate();
        department.change(request);
        return department;
    }

    void change(CreateDepartmentRequest request) {
        key = request.key();
        name = request.name();
        parentId = request.parentId();
        leadId = request.leadId();
        contactIds = request.contactIds() == null ? List.of() : List.copyOf(request.contactIds());
    }

    UUID id() {
        return id;
    }

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    /** Null at the top. */
    UUID parentId() {
        return parentId;
    }

    UUID leadId() {
        return leadId;
    }

    List<UUID> contactIds() {
        return contactIds;
    }

    long version() {
        return version;
    }
}
