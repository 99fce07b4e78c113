package org.fengong.localstack;

/** The services of the suite, as the launcher starts them. */
public enum Service {
    MEMBERS("members", 256),
    TASKS("tasks", 256),
    ALLOCATION("allocation", 512),
    REVIEW("review", 256);

    private final String shortName;
    private final int heapMegabytes;

    Service(String shortName, int heapMegabytes) {
        this.shortName = shortName;
        this.heapMegabytes = heapMegabytes;
    }

    /** Also the name of its database and of its ports. */
    public String shortName() {
        return shortName;
    }

    /** The name of its folder. */
    public String fullName() {
        return shortName + "-service";
    }

    /** Of its API, unless it was moved. */
    int usualPort() {
        return 8081 + ordinal();
    }

    int heapMegabytes() {
        return heapMegabytes;
    }
}
