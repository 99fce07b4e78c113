package org.fengong.members.team;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** People who plan together. */
@Entity
class Team {
    @Id
    private UUID id;

    private String key;
    private String name;
    private UUID departmentId;
    private UUID leadId;
    private String timeZone;

    @Enumerated(EnumType.STRING)
    private Agreement agreement;

    private boolean active;

    @Version
    private long version = 1;

    protected Team() {}

    static Team create(CreateTeamRequest request) {
        var team = new Team();
        team.id = Generators.timeBasedEpochGenerator().generate();
        team.change(request);
        return team;
    }

    void change(CreateTeamRequest request) {
        key = request.key();
        name = request.name();
        departmentId = request.departmentId();
        leadId = request.leadId();
        timeZone = request.timeZone();
        agreement = request.agreement() == null ? Agreement.LEAD : request.agreement();
        active = request.active() == null || request.active();
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

    UUID departmentId() {
        return departmentId;
    }

    UUID leadId() {
        return leadId;
    }

    String timeZone() {
        return timeZone;
    }

    Agreement agreement() {
        return agreement;
    }

    boolean active() {
        return active;
    }

    long version() {
        return version;
    }
}
