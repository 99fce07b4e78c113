package org.fengong.tasks;

/** The form of keys: names for people and files. */
public final class Keys {
    public static final String PATTERN = "[a-z0-9][a-z0-9-]*";
    public static final int MAX_LENGTH = 60;

    private Keys() {}
}
