package org.fengong.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;

/** Stands in for a service: it is ready at once, knows one member, and tells its environment. */
final class FakeService {
    static final String ANA = "018f3c1e-0000-7000-8000-00000000000a";

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        var management = server("QUARKUS_MANAGEMENT_PORT");
        answer(management, "/q/health/ready", query -> "{}");
        var service = server("QUARKUS_HTTP_PORT");
        answer(service, "/environment", System::getenv);
        answer(
                service,
                "/api/v1/members",
                query -> query.equals("key=ana") ? "{\"items\":[{\"id\":\"" + ANA + "\"}]}" : "{\"items\":[]}");
        service.start();
        management.start();
    }

    /** What a Java virtual machine runs to be one: a file of arguments, since the class path of tests is long. */
    static List<String> program() {
        try {
            var arguments = Files.createTempFile("fake-service", ".arguments");
            arguments.toFile().deleteOnExit();
            Files.writeString(
                    arguments,
                    "-cp\n\"%s\"\n%s\n".formatted(System.getProperty("java.class.path"), FakeService.class.getName()));
            return List.of("@" + arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer server(String portVariable) throws IOException {
        var port = Integer.parseInt(System.getenv(portVariable));
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private static void answer(HttpServer server, String path, UnaryOperator<String> answerToQuery) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var query = exchange.getRequestURI().getQuery();
                var body = answerToQuery.apply(query == null ? "" : query).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }
}
