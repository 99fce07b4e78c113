package org.fengong.allocation.notify;

/** @param marked notifications that were unread until now */
record ReadAllResponse(int marked) {}
