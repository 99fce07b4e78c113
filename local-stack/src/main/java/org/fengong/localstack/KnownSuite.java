package org.fengong.localstack;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.fengong.localstack.demo.Api;
import org.fengong.localstack.port.LocalPort;
import org.fengong.localstack.security.IssuerKeys;
import org.fengong.localstack.security.Tokens;

/** A suite that runs, to be asked what has which id. */
final class KnownSuite {
    private final Ports ports;
    private final String token;

    private KnownSuite(Ports ports, String token) {
        this.ports = ports;
        this.token = token;
    }

    /**
     * @param usual where the suite is when no launcher of this directory runs it: in containers
     * @throws StackException when it does not run
     */
    static KnownSuite find(StackDirectory directory, Ports usual) {
        var launcher = RunningStack.find(directory);
        var ports = launcher.map(RunningStack::ports).orElse(usual);
        if (launcher.filter(stack -> !stack.ready()).isPresent() || !LocalPort.answers(ports.of(Service.MEMBERS))) {
            throw new StackException("Fengong is not running. ./fengong up or docker compose up starts it.");
        }
        var tokens = new Tokens(IssuerKeys.in(directory.keys()));
        return new KnownSuite(ports, tokens.to("launcher", "admin").sign());
    }

    URI address(Service service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }

    Api api(Service service) {
        return new Api(address(service), token);
    }

    /**
     * @param what member or team
     * @throws StackException when none has the key
     */
    UUID idOf(String what, String key) {
        var found = api(Service.MEMBERS).list("/" + what + "s", Map.of("key", key));
        if (found.isEmpty()) {
            throw new StackException("No %s has the key %s.".formatted(what, key));
        }
        return UUID.fromString(found.get(0).path("id").asText());
    }
}
