package org.fengong.localstack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fengong.localstack.port.LocalPort;

/** The ports of the suite by name: each service's own, its management port, {@code postgres} and {@code kafka}. */
public record Ports(Map<String, Integer> byName) {
    private static final Map<String, Integer> DEFAULTS = defaults();

    /** Ports that nobody uses now. */
    public static Ports free() {
        var ports = new LinkedHashMap<String, Integer>();
        for (var name : DEFAULTS.keySet()) {
            var port = LocalPort.free();
            while (ports.containsValue(port)) {
                port = LocalPort.free();
            }
            ports.put(name, port);
        }
        return new Ports(ports);
    }

    /**
     * @param option value of an option such as {@code members-port}, null when it is not given
     * @throws UsageException when a value is no port or two are equal
     */
    static Ports chosen(Function<String, String> option, Map<String, String> environment) {
        var offset = number("port-offset", option, environment).orElse(0);
        var ports = new LinkedHashMap<String, Integer>();
        var owners = new HashMap<Integer, String>();
        DEFAULTS.forEach((name, usual) -> {
            var port = number(name + "-port", option, environment).orElse(usual + offset);
            if (port < 1 || port > 65_535) {
                throw new UsageException("The port %d (%s) must be between 1 and 65535.".formatted(port, name));
            }
            var other = owners.put(port, name);
            if (other != null) {
                throw new UsageException("The port %d is given to %s and to %s.".formatted(port, other, name));
            }
            ports.put(name, port);
        });
        return new Ports(ports);
    }

    static Ports of(Properties saved) {
        var ports = new LinkedHashMap<String, Integer>();
        DEFAULTS.keySet().forEach(name -> ports.put(name, Integer.valueOf(saved.getProperty("port." + name))));
        return new Ports(ports);
    }

    void saveTo(Properties properties) {
        byName.forEach((name, port) -> properties.setProperty("port." + name, port.toString()));
    }

    static List<String> optionNames() {
        return Stream.concat(
                        Stream.of("port-offset"), DEFAULTS.keySet().stream().map(name -> name + "-port"))
                .toList();
    }

    public int of(Service service) {
        return byName.get(service.shortName());
    }

    int management(Service service) {
        return byName.get(service.shortName() + "-management");
    }

    int postgres() {
        return byName.get("postgres");
    }

    public int kafka() {
        return byName.get("kafka");
    }

    /** @throws StackException naming the ports in use and how to choose others */
    void requireFree() {
        var taken = byName.entrySet().stream()
                .filter(port -> !LocalPort.isFree(port.getValue()))
                .toList();
        if (taken.isEmpty()) {
            return;
        }
        var message = new StringBuilder();
        taken.forEach(port -> message.append(
                "Port %d (%s) is in use by another program.%n".formatted(port.getValue(), port.getKey())));
        var first = taken.get(0).getKey();
        throw new StackException(message
                + "Stop it, or move all ports with --port-offset 100 (FENGONG_PORT_OFFSET=100), or only one with"
                + " --%s-port N (%s=N).".formatted(first, variable(first + "-port")));
    }

    private static Optional<Integer> number(
            String name, Function<String, String> option, Map<String, String> environment) {
        var value =
                Optional.ofNullable(option.apply(name)).or(() -> Optional.ofNullable(environment.get(variable(name))));
        try {
            return value.map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "--%s (%s) must be a number, not %s.".formatted(name, variable(name), value.get()));
        }
    }

    private static String variable(String name) {
        return "FENGONG_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Map<String, Integer> defaults() {
        var ports = new LinkedHashMap<String, Integer>();
        for (var service : Service.values()) {
            ports.put(service.shortName(), service.usualPort());
        }
        for (var service : Service.values()) {
            ports.put(service.shortName() + "-management", 9081 + service.ordinal());
        }
        // not 5432: a PostgreSQL of the machine's own may well be there
        ports.put("postgres", 5433);
        ports.put("kafka", 9092);
        return ports;
    }
}
