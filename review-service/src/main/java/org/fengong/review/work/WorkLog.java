package org.fengong.review.work;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;

@Entity
class WorkLog {
    @Id
    private UUID id;

    private UUID taskId;
    private UUID roleId;
    private UUID memberId;
    private UUID teamId;
    private UUID goalId;
    private LocalDate day;
    private int minutes;

    protected WorkLog() {}

    WorkLog(WorkLogged work) {
        id = work.workLogId();
        taskId = work.taskId();
        roleId = work.roleId();
        memberId = work.memberId();
        teamId = work.teamId();
        goalId = work.goalId();
        day = work.date();
        minutes = work.minutes();
    }
}
