package org.fengong.tasks;

/** The Kafka topics that this service publishes to. */
public final class TasksTopics {
    /** Key: task id. */
    public static final String TASK = "fengong.tasks.task.v1";

    /** Key: goal id. */
    public static final String GOAL = "fengong.tasks.goal.v1";

    /** Key: task id. */
    public static final String WORK = "fengong.tasks.work.v1";

    private TasksTopics() {}
}
