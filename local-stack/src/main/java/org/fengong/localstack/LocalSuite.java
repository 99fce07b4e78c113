package org.fengong.localstack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fengong.localstack.demo.Suite;
import org.fengong.localstack.security.IssuerKeys;
import org.fengong.localstack.security.Tokens;

/** A running suite of the profile {@code local}: its key signs the tokens and its file moves the time. */
final class LocalSuite implements Suite {
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);

    private final Addresses addresses;
    private final Tokens tokens;
    private final LocalClock clock;
    private final EventFlow events;

    LocalSuite(Addresses addresses, IssuerKeys keys, LocalClock clock, Databases databases) {
        this.addresses = addresses;
        this.tokens = new Tokens(keys);
        this.clock = clock;
        this.events = new EventFlow(addresses.kafka(), databases);
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
        return addresses.service().apply(service);
    }
}
