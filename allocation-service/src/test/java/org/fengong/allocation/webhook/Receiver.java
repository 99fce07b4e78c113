package org.fengong.allocation.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Another system, which the service under test may send to although it is on loopback. Each test has a path of its own. */
final class Receiver {
    /** What a path has got. */
    record Message(String id, String timestamp, String signature, String contentType, String body) {}

    /** How a path answers. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static final Map<String, List<Message>> MESSAGES = new ConcurrentHashMap<>();
    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static HttpServer server;

    private Receiver() {}

    /** @param target as {@link ReceiverPort} has chosen it */
    static void start(String target) {
        if (server != null) {
            return;
        }
        var port = Integer.parseInt(target.substring(target.indexOf(':') + 1));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", Receiver::receive);
        server.start();
    }

    private static void receive(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var headers = exchange.getRequestHeaders();
        MESSAGES.computeIfAbsent(path, none -> new CopyOnWriteArrayList<>())
                .add(new Message(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        headers.getFirst("Content-Type"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        try (exchange) {
            ANSWERS.getOrDefault(path, status(204)).to(exchange);
        }
    }

    static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static Answer status(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static Answer status(int status, String body) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static void answers(String path, Answer answer) {
        ANSWERS.put(path, answer);
    }

    static List<Message> got(String path) {
        return MESSAGES.getOrDefault(path, List.of());
    }

    static String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }
}
