package org.fengong.benchmarks.engine;

import java.time.Duration;

/**
 * A solver of others that the engine is measured by. It runs {@linkplain Apart in a JVM of its own}: it may take more memory
 * than there is, or fall over.
 */
interface Yardstick extends Solver {
    @Override
    default Duration atMost(Duration ceiling) {
        return ceiling.plus(Apart.PREPARATION);
    }
}
