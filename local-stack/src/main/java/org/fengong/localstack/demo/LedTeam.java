package org.fengong.localstack.demo;

import java.time.ZoneId;
import java.util.UUID;

/** The team of the story, and the services as its lead and its members call them. */
record LedTeam(Suite suite, UUID id, UUID leadId, ZoneId zone) {
    Api members() {
        return new Api(suite.members(), lead());
    }

    Api tasks() {
        return new Api(suite.tasks(), lead());
    }

    Api allocation() {
        return new Api(suite.allocation(), lead());
    }

    Api review() {
        return new Api(suite.review(), lead());
    }

    private String lead() {
        return suite.token("lead", leadId);
    }

    Api membersAs(UUID memberId) {
        return new Api(suite.members(), suite.token("member", memberId));
    }

    Api tasksAs(UUID memberId) {
        return new Api(suite.tasks(), suite.token("member", memberId));
    }

    Api allocationAs(UUID memberId) {
        return new Api(suite.allocation(), suite.token("member", memberId));
    }
}
