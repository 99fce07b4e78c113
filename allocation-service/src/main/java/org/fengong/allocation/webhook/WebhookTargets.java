package org.fengong.allocation.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which addresses webhooks may be sent to: public ones, and those that a setting allows for tests. */
@ApplicationScoped
class WebhookTargets {
    /** Some programs read such numbers as octal. */
    private static final Pattern ZERO_BEFORE_A_NUMBER = Pattern.compile("(?:[0-9]+\\.)*0[0-9][0-9.]*");

    private final HostNames names;
    private final Set<String> allowed;

    WebhookTargets(HostNames names, WebhookConfig config) {
        this.names = names;
        this.allowed = config.allowedPrivateTargets().stream()
                .flatMap(List::stream)
                .map(target -> target.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Where to connect to. The caller connects to these addresses and does not resolve the name again.
     *
     * @throws UnknownHostException when the name has no address, or one that is not public
     */
    List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var addresses = names.addresses(host);
        if (!isAllowed(host, port) && !Stream.of(addresses).allMatch(AddressGuard::isPublic)) {
            throw new UnknownHostException("The host %s has an address that is not public.".formatted(host));
        }
        return Arrays.stream(addresses)
                .map((InetAddress address) -> new InetSocketAddress(address, port))
                .toList();
    }

    /**
     * The early, friendly check; {@link #resolve} is the one that counts.
     *
     * @throws WebhookTargetRefusedException when nothing may be sent to the URL, or it cannot be resolved now
     */
    void require(String url) {
        var uri = parsed(url);
        var isHttps = "https".equalsIgnoreCase(uri.getScheme());
        if (!isHttps && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new WebhookTargetRefusedException("must begin with https://");
        }
        var host = uri.getHost();
        if (host == null || ZERO_BEFORE_A_NUMBER.matcher(host).matches() || uri.getPort() > 65_535) {
            throw new WebhookTargetRefusedException(
                    "must name a host, and a port if need be, in plain spelling, such as hooks.example.com:8443");
        }
        if (uri.getRawUserInfo() != null) {
            throw new WebhookTargetRefusedException("must not hold a user or password");
        }
        var port = uri.getPort() >= 0 ? uri.getPort() : isHttps ? 443 : 80;
        if (!isHttps && !isAllowed(host, port)) {
            throw new WebhookTargetRefusedException("must begin with https://");
        }
        try {
            resolve(host, port);
        } catch (UnknownHostException e) {
            throw new WebhookTargetRefusedException("must name a host that is known and has public addresses only");
        }
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new WebhookTargetRefusedException("must be a URL");
        }
    }

    private boolean isAllowed(String host, int port) {
        return allowed.contains(host.toLowerCase(Locale.ROOT) + ":" + port);
    }
}
