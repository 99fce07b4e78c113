package org.fengong.benchmarks.http;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Calls the service on several connections at once, each next call when the one before is answered. */
final class Load {
    private final Scene scene;
    private final Database database;
    private final ProcessHandle service;
    private final int connections;

    Load(Scene scene, Database database, ProcessHandle service, int connections) {
        this.scene = scene;
        this.database = database;
        this.service = service;
        this.connections = connections;
    }

    /** The processor's time of this process, which asks, is not counted. */
    Measurement run(Supplier<HttpRequest> call, int seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            double clientBegin = Processor.seconds(service);
            double serverBegin = database.serverSeconds();
            long begin = System.nanoTime();
            long end = begin + Duration.ofSeconds(seconds).toNanos();
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                counts.add(threads.submit(() -> {
                    long done = 0;
                    while (System.nanoTime() < end) {
                        scene.send(call.get());
                        done++;
                    }
                    return done;
                }));
            }
            long done = 0;
            for (Future<Long> count : counts) {
                done += count.get();
            }
            return new Measurement(
                    done,
                    (System.nanoTime() - begin) / 1e9,
                    Processor.seconds(service) - clientBegin,
                    database.serverSeconds() - serverBegin);
        } finally {
            threads.shutdownNow();
        }
    }
}
