package org.fengong.localstack.process;

import java.time.Duration;
import java.util.Collection;

/**
 * A process that is no child of this one. {@link ProcessHandle#onExit} looks for its end ever more seldom, seconds apart,
 * and one that its own parent has not yet collected counts as alive there.
 */
public final class ForeignProcess {
    private static final long LOOK_EVERY_MILLIS = 50;

    private ForeignProcess() {}

    /** False also for one that has ended and waits to be collected: it has no program any more. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Waits until all have ended, and kills those that have not when patience is over. */
    public static void awaitEnd(Collection<ProcessHandle> processes, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < deadline && processes.stream().anyMatch(ForeignProcess::isRunning)) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        processes.forEach(ProcessHandle::destroyForcibly);
    }
}
