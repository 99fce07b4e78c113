package org.fengong.localstack;

import java.net.URI;
import java.util.function.Function;

/**
 * Where the parts of a suite are.
 *
 * @param service base URL of each service
 * @param kafka host and port
 * @param postgres host and port
 */
record Addresses(Function<Service, URI> service, String kafka, String postgres) {
    static Addresses of(Ports ports) {
        return new Addresses(
                service -> URI.create("http://127.0.0.1:" + ports.of(service)),
                "127.0.0.1:" + ports.kafka(),
                "127.0.0.1:" + ports.postgres());
    }
}
