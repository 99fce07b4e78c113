package org.fengong.localstack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fengong.localstack.demo.Suite;
import org.fengong.localstack.security.IssuerKeys;
import org.fengong.localstack.security.Tokens;

/** The suite that the launcher runs. */
final class LocalSuite implements Suite {
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);

    private final Ports ports;
    private final Tokens tokens;
    private final LocalClock clock;
    private final EventFlow events;

    LocalSuite(StackDirectory directory, Ports ports, Databases databases) {
        this.ports = ports;
        this.tokens = new Tokens(IssuerKeys.in(directory.keys()));
        this.clock = new LocalClock(directory.clockOffset());
        this.events = new EventFlow(ports, databases);
    }

    @Override
    public URI members() {
        return address(Service.MEMBERS);
    }

    @Override
    public URI tasks() {
        return address(Service.TASKS);
    }

    @Override
    public URI allocation() {
        return address(Service.ALLOCATION);
    }

    @Override
    public URI review() {
        return address(Service.REVIEW);
    }

    @Override
    public String token(String role, UUID memberId) {
        var token =
                tokens.to(memberId == null ? role : memberId.toString(), role).validFor(TOKEN_LIFETIME);
        if (memberId != null) {
            token.member(memberId);
        }
        return token.sign();
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public void moveTo(Instant businessTime) {
        clock.moveTo(businessTime);
    }

    @Override
    public void awaitEvents() {
        events.awaitRest();
    }

    private URI address(Service service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }
}
