package org.fengong.platform.testing;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Requests that are sent at the same moment. */
public final class Together {
    private Together() {}

    public static List<Response> send(List<Callable<Response>> requests)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(requests.size());
        var pool = Executors.newFixedThreadPool(requests.size());
        try {
            var running = requests.stream()
                    .map(request -> pool.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            var answers = new ArrayList<Response>();
            for (var answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
