package org.fengong.allocation.request;

/** How a request stands. */
public enum RequestStatus {
    OPEN,
    ACCEPTED,
    DECLINED,
    /** The task does not need the department any more. */
    WITHDRAWN
}
