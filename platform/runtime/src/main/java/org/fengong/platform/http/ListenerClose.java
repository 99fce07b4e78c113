package org.fengong.platform.http;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stops listening before Quarkus waits for the requests in progress. It would otherwise go on taking connections until it
 * closes all of them at once, and cut the answers of the requests that came last, some of them stored. So a stop is: not
 * ready, answers that close their connections ({@code quarkus.shutdown.delay}: time for a load balancer to look away); no
 * new connections; an answer for everybody who has asked; the end.
 */
@ApplicationScoped
class ListenerClose {
    /** Enough for a request on its way over a connection taken just before, to be counted as in progress. */
    private static final Duration BEFORE_END_OF_DELAY = Duration.ofMillis(300);

    private final VertxInternal vertx;
    private final int port;
    private final Duration delay;

    ListenerClose(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
        this.vertx = (VertxInternal) vertx;
        this.port = port;
        this.delay = delay;
    }

    void stopListening(@Observes ShutdownDelayInitiatedEvent event) {
        vertx.setTimer(Math.max(1, delay.minus(BEFORE_END_OF_DELAY).toMillis()), timer -> closeListeners());
    }

    private void closeListeners() {
        vertx.getAcceptorEventLoopGroup().forEach(executor -> {
            if (executor instanceof SingleThreadEventLoop loop) {
                loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(this::closeListener));
            }
        });
    }

    private void closeListener(Channel channel) {
        if (channel instanceof ServerChannel
                && channel.localAddress() instanceof InetSocketAddress address
                && address.getPort() == port) {
            channel.close();
        }
    }
}
