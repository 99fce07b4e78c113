package org.fengong.allocation.webhook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Random;

/** Lets the service under test send to a port of loopback that is free, below those that systems give to connections. */
public class ReceiverPort implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var port = new Random()
                .ints(20_000, 30_000)
                .filter(ReceiverPort::isFree)
                .findFirst()
                .getAsInt();
        return Map.of("fengong.webhooks.allowed-private-targets", "localhost:" + port);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        // nothing was kept
    }
}
