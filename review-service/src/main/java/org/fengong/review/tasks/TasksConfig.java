package org.fengong.review.tasks;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where tasks-service is. */
@ConfigMapping(prefix = "fengong.tasks")
public interface TasksConfig {
    /** Base URL of tasks-service. */
    URI url();
}
