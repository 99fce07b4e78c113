package org.fengong.members;

/** The Kafka topics that this service publishes to. */
public final class MembersTopics {
    /** Key: id of the department, team or skill. */
    public static final String ORGANISATION = "fengong.members.organisation.v1";

    /** Key: member id. Compacted; the only topic with names and e-mail addresses. */
    public static final String MEMBER = "fengong.members.member.v1";

    private MembersTopics() {}
}
