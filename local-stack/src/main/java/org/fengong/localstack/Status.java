package org.fengong.localstack;

import java.util.Arrays;
import java.util.Optional;
import org.fengong.localstack.port.LocalPort;
import org.fengong.localstack.postgres.LocalPostgres;

/** Tells what runs and where. */
final class Status {
    private final StackDirectory directory;
    private final Console console;

    Status(StackDirectory directory, Console console) {
        this.directory = directory;
        this.console = console;
    }

    /** @return true when everything is ready */
    boolean print() {
        var running = RunningStack.find(directory);
        var launcher = running.flatMap(stack -> ProcessHandle.of(stack.pid()));
        var ports = running.map(RunningStack::ports).orElseGet(() -> Ports.chosen(option -> null, System.getenv()));
        console.line(console.bold("%-20s%-11s%-7s%-9s%s".formatted("SERVICE", "STATE", "PORT", "PID", "URL")));
        var ready = true;
        for (var service : Service.values()) {
            var process = ServiceProcess.ofService(directory, service).findFirst();
            var answers = process.isPresent() && ServiceProcess.isReady(ports.management(service));
            ready &= row(service.fullName(), process, answers, ports.of(service), apiPage(ports, service));
        }
        var postgres = LocalPostgres.find(directory.postgres());
        var jdbcUrl = "jdbc:postgresql://127.0.0.1:%d/".formatted(ports.postgres());
        ready &= row("PostgreSQL", postgres, LocalPort.answers(ports.postgres()), ports.postgres(), jdbcUrl);
        ready &= row("Kafka", launcher, LocalPort.answers(ports.kafka()), ports.kafka(), "127.0.0.1:" + ports.kafka());
        if (launcher.isEmpty()
                && (postgres.isPresent()
                        || ServiceProcess.ofDirectory(directory).findAny().isPresent())) {
            console.line("The launcher was killed. ./fengong up and ./fengong down end what it has left running.");
        }
        return ready;
    }

    /** After a start: where to look and what to do next. */
    void printReady(Ports ports) {
        console.blank();
        console.line(console.bold("Fengong is ready.") + " Its API pages:");
        Arrays.stream(Service.values())
                .forEach(service -> console.line("  %-20s%s".formatted(service.fullName(), apiPage(ports, service))));
        console.blank();
        var ahead = new LocalClock(directory.clockOffset()).offset();
        if (!ahead.isZero()) {
            console.line("Business time runs %d days ahead; --fresh resets it, together with the data."
                    .formatted(ahead.toDays()));
        }
        console.line("A token to call it: ./fengong token --role admin");
        console.line("A team's board in your browser: ./fengong open board --team KEY");
        console.line("Data, keys and logs: " + directory.path());
        console.line("Ctrl-C or ./fengong down stops the suite and keeps its data.");
    }

    private boolean row(String what, Optional<ProcessHandle> process, boolean answers, int port, String url) {
        var ready = process.isPresent() && answers;
        var state = ready
                ? console.good("%-11s".formatted("ready"))
                : process.isPresent()
                        ? console.busy("%-11s".formatted("starting"))
                        : console.bad("%-11s".formatted("stopped"));
        var pid = process.map(ProcessHandle::pid).map(String::valueOf).orElse("-");
        console.line("%-20s%s%-7d%-9s%s".formatted(what, state, port, pid, url));
        return ready;
    }

    private static String apiPage(Ports ports, Service service) {
        return "http://127.0.0.1:%d/docs".formatted(ports.of(service));
    }
}
