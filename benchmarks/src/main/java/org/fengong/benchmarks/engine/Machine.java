package org.fengong.benchmarks.engine;

import java.time.Instant;

/** Where and when figures were measured. */
record Machine(Instant begin, String java, long heapMegabytes, int processors) {
    static Machine here(Instant begin) {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                begin,
                System.getProperty("java.version"),
                runtime.maxMemory() / (1 << 20),
                runtime.availableProcessors());
    }
}
