package org.fengong.allocation.notify;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a notice is about.
 *
 * @param data what a text of it needs beside the ids: the constants here are the keys that the texts of e-mails know
 */
public record NoticeSubject(
        UUID teamId, UUID taskId, UUID assignmentId, UUID offerId, UUID planId, Map<String, String> data) {
    public static final String TEAM_NAME = "teamName";
    public static final String TASK_TITLE = "taskTitle";
    public static final String ROLE_NAME = "roleName";

    /** Another task, such as the one that waits for the task. */
    public static final String OTHER_TASK_ID = "otherTaskId";

    public static final String OTHER_TASK_TITLE = "otherTaskTitle";

    /** Who did it or has it, by name. */
    public static final String MEMBER_NAME = "memberName";

    public static final String DEPARTMENT_NAME = "departmentName";

    /** First and last ISO week; absent when nothing is planned. */
    public static final String START_WEEK = "startWeek";

    public static final String END_WEEK = "endWeek";

    /** An instant in UTC. */
    public static final String RESPOND_BY = "respondBy";

    public static final String REASON = "reason";

    public static final String REQUEST_ID = "requestId";
    public static final String COMMENT_ID = "commentId";

    public NoticeSubject {
        data = Map.copyOf(data);
    }

    public static NoticeSubject ofTeam(UUID teamId) {
        return new NoticeSubject(teamId, null, null, null, null, Map.of());
    }

    public NoticeSubject task(UUID id) {
        return new NoticeSubject(teamId, id, assignmentId, offerId, planId, data);
    }

    public NoticeSubject assignment(UUID id) {
        return new NoticeSubject(teamId, taskId, id, offerId, planId, data);
    }

    public NoticeSubject offer(UUID id) {
        return new NoticeSubject(teamId, taskId, assignmentId, id, planId, data);
    }

    public NoticeSubject plan(UUID id) {
        return new NoticeSubject(teamId, taskId, assignmentId, offerId, id, data);
    }

    /** Adds a value for the text; null adds nothing. */
    public NoticeSubject with(String key, Object value) {
        if (value == null) {
            return this;
        }
        var more = new HashMap<>(data);
        more.put(key, value.toString());
        return new NoticeSubject(teamId, taskId, assignmentId, offerId, planId, more);
    }
}
