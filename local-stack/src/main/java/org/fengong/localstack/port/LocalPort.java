package org.fengong.localstack.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** A port of the loopback interface. */
public final class LocalPort {
    // Below the range from which Linux and macOS take the local ports of outgoing connections: none of those can take
    // the port between the look and the use.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private LocalPort() {}

    /** A port that nobody uses now. */
    public static int free() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    public static boolean isFree(int port) {
        return !answers(port) && canBeBound(port);
    }

    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(address(port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBeBound(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
