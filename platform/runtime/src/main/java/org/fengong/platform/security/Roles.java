package org.fengong.platform.security;

/** The values of the claim {@code groups}. */
public final class Roles {
    public static final String ADMIN = "admin";
    public static final String LEAD = "lead";
    public static final String MEMBER = "member";
    public static final String VIEWER = "viewer";
    public static final String SERVICE = "service";

    private Roles() {}
}
