package org.fengong.allocation.notify;

/** What somebody is told; docs/notifications.md says to whom and when. */
public enum NoticeKind {
    ASSIGNMENT_OFFERED,
    ASSIGNED,
    ASSIGNMENT_MOVED,
    ASSIGNMENT_TAKEN_BACK,
    OFFER_DECLINED,
    OFFER_EXPIRED,
    PLAN_PROPOSED,
    DEPENDENCY_MOVED,
    DEPENDENCY_CANCELLED,
    DEPENDENCY_COMPLETED,
    DEPARTMENT_ROLE_PLANNED,
    BRIEFING_UNACKNOWLEDGED,
    MENTIONED,
    COMMENTED,
    REQUEST_OPENED,
    REQUEST_ANSWERED
}
