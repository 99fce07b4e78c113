package org.fengong.members.openwork;

import java.util.List;
import java.util.UUID;

/** @param openWork by task and role; what allocation-service has not told yet is not in it */
record OpenWorkResponse(UUID memberId, List<OpenWorkItem> openWork) {}
