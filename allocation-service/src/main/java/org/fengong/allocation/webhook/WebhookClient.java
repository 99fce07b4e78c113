package org.fengong.allocation.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one message as Standard Webhooks has it. It connects to an address that {@link WebhookTargets} has checked for this
 * connection, follows no redirect, keeps no connection and no cookie, and reads little of the answer.
 */
@ApplicationScoped
class WebhookClient {
    private static final int EXCERPT_BYTES = 200;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 8_192;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final WebhookConfig config;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();

    WebhookClient(WebhookTargets targets, WebhookConfig config) {
        this.config = config;
        var timeout = Timeout.of(config.timeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(checked(targets))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                        .setSocketTimeout(timeout)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_HEADER)
                                .build())
                        .build())
                .setMaxConnTotal(config.parallel())
                .setMaxConnPerRoute(config.parallel())
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Fengong-Webhooks/1")
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }

    /** The client asks it for every connection, and for literal addresses, too. */
    private static DnsResolver checked(WebhookTargets targets) {
        return new DnsResolver() {
            @Override
            public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
                return targets.resolve(host, port);
            }

            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                throw new UnknownHostException("What is allowed depends on the port");
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    Attempt send(WebhookDeliveries.Claimed message) {
        var id = message.id().toString();
        var now = Instant.now().getEpochSecond(); // a receiver compares it with its own clock, not with business time
        var request = new HttpPost(message.url());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(now));
        request.setHeader("webhook-signature", Signature.of(message.secrets(), id, now, message.body()));
        request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        var deadline = deadlines.schedule(request::cancel, config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return attempt(http.executeOpen(null, request, null));
        } catch (IOException e) {
            return Attempt.unanswered(
                    request.isCancelled()
                            ? "The receiver did not answer within %d s."
                                    .formatted(config.timeout().toSeconds())
                            : "There was no answer: " + e.getMessage());
        } finally {
            deadline.cancel(false);
            request.cancel(); // closes the connection; closing the answer would read the rest of it first
        }
    }

    private static Attempt attempt(ClassicHttpResponse response) {
        var status = response.getCode();
        return switch (status / 100) {
            case 2 -> Attempt.taken(status);
            case 3 ->
                new Attempt(
                        status,
                        "The receiver answered %d; redirects are not followed.".formatted(status),
                        Duration.ZERO);
            default ->
                new Attempt(
                        status,
                        "The receiver answered %d: %s".formatted(status, excerpt(response)),
                        retryAfter(response));
        };
    }

    /** Its first characters in one line. */
    private static String excerpt(ClassicHttpResponse response) {
        if (response.getEntity() == null) {
            return "";
        }
        try {
            var begin = response.getEntity().getContent().readNBytes(EXCERPT_BYTES);
            return new String(begin, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
        } catch (IOException e) {
            return "";
        }
    }

    private static Duration retryAfter(ClassicHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (header == null) {
            return Duration.ZERO;
        }
        try {
            return SECONDS.matcher(header.getValue()).matches()
                    ? Duration.ofSeconds(Integer.parseInt(header.getValue()))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(header.getValue(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
