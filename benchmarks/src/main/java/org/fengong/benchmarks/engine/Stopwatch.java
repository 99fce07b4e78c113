package org.fengong.benchmarks.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/**
 * Counts the seconds of processor per thread of a solver, with what the JVM compiles and collects meanwhile: a busy machine
 * stretches wall time, hardly these.
 */
final class Stopwatch implements DoubleSupplier {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int threads;
    private final long beginNanos = System.nanoTime();
    private final long beginCpuNanos = PROCESS.getProcessCpuTime();

    Stopwatch(int threads) {
        this.threads = threads;
    }

    @Override
    public double getAsDouble() {
        return (PROCESS.getProcessCpuTime() - beginCpuNanos) / 1e9 / threads;
    }

    double wallSeconds() {
        return (System.nanoTime() - beginNanos) / 1e9;
    }
}
