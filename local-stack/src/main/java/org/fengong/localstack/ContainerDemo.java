package org.fengong.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fengong.localstack.demo.Demo;
import org.fengong.localstack.demo.csv.Folder;
import org.fengong.localstack.security.IssuerKeys;

/** The demo inside the network of {@code docker-compose.yml}, against the suite in containers. */
final class ContainerDemo {
    private ContainerDemo() {}

    public static void main(String... arguments) {
        var addresses = new Addresses(
                service -> URI.create("http://%s:%d".formatted(service.fullName(), service.usualPort())),
                "kafka:9092",
                "postgres:5432");
        var suite = new LocalSuite(
                addresses,
                IssuerKeys.in(Path.of("/keys")),
                new LocalClock(Path.of("/clock/offset")),
                new Databases(addresses.postgres(), ContainerDemo::password));
        new Demo(suite, new Console(System.out, false)).run(Folder.sample());
    }

    private static String password(Service service) {
        try {
            return Files.readString(Path.of("/run/secrets", service.shortName() + "-password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
