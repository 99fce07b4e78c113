package org.fengong.platform.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Does something that may have to wait while the test goes on, each in a thread of its own: the common pool of a small
 * machine has one, in which the second would wait for the first.
 */
public final class Meanwhile {
    private static final Executor THREAD_EACH = task -> new Thread(task, "meanwhile").start();

    private Meanwhile() {}

    public static CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, THREAD_EACH);
    }

    public static <T> CompletableFuture<T> get(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, THREAD_EACH);
    }
}
