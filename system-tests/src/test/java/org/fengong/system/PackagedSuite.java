package org.fengong.system;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fengong.localstack.Console;
import org.fengong.localstack.Ports;
import org.fengong.localstack.Service;
import org.fengong.localstack.Stack;
import org.fengong.localstack.StackDirectory;
import org.fengong.localstack.demo.Suite;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The suite as it is shipped: what the build has packaged, as processes of their own on free ports, with an own
 * PostgreSQL and an own broker. All tests of the module share one; its logs stay in {@code target/suite/logs}.
 */
final class PackagedSuite implements AutoCloseable {
    private final Ports ports = Ports.free();
    private final Stack stack;

    private PackagedSuite() {
        var directory =
                new StackDirectory(root().resolve("system-tests/target/suite").toAbsolutePath());
        this.stack = new Stack(directory, ports, PackagedSuite::program, new Console(System.out, false));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start(true);
    }

    /** Gives tests the running suite; the first that asks starts it. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PackagedSuite.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(PackagedSuite.class, type -> new PackagedSuite());
        }
    }

    Client members(String role, UUID memberId) {
        return new Client(suite().members(), suite().token(role, memberId));
    }

    Client tasks(String role, UUID memberId) {
        return new Client(suite().tasks(), suite().token(role, memberId));
    }

    Client allocation(String role, UUID memberId) {
        return new Client(suite().allocation(), suite().token(role, memberId));
    }

    Client review(String role, UUID memberId) {
        return new Client(suite().review(), suite().token(role, memberId));
    }

    URI address(Service service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }

    Instant now() {
        return suite().now();
    }

    void moveTo(Instant businessTime) {
        suite().moveTo(businessTime);
    }

    /** Waits until every event has taken effect everywhere. */
    void awaitEvents() {
        suite().awaitEvents();
    }

    List<Event> topic(String name) {
        return Topic.read("127.0.0.1:" + ports.kafka(), name);
    }

    /** As {@code kill -9}; the launcher starts it again. */
    void kill(Service service) {
        process(service).destroyForcibly();
    }

    /** One more process of the service, beside the one that is started again when it ends. */
    ProcessHandle startReplica(Service service) {
        return stack.startReplica(service);
    }

    ProcessHandle process(Service service) {
        return stack.process(service).orElseThrow();
    }

    Connection database(Service service) throws SQLException {
        return stack.database(service);
    }

    @Override
    public void close() {
        stack.close();
    }

    private Suite suite() {
        return stack.suite();
    }

    private static List<String> program(Service service) {
        var jar = root().resolve(service.fullName()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("There is no %s; mvn verify builds it.".formatted(jar));
        }
        return List.of("-jar", jar.toString());
    }

    /** The repository, from whichever folder the tests are started in. */
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("contracts"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
