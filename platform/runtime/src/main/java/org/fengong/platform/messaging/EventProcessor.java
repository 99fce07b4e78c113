package org.fengong.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fengong.platform.http.Correlation;
import org.fengong.platform.json.EventJson;
import org.fengong.platform.problem.ExceptionTranslator;
import org.jboss.logging.Logger;

/**
 * Takes one record: looks up its handler, runs it once in one transaction with the inbox row. While the database is away
 * it waits, since the record is not to blame; a record that fails for its own sake is tried three times and then thrown,
 * which sends it to the dead letters of its channel.
 */
@ApplicationScoped
public class EventProcessor {
    private static final Logger LOG = Logger.getLogger(EventProcessor.class);
    private static final Pattern TOPIC = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topic");
    private static final int TRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private enum Outcome {
        PROCESSED,
        DUPLICATE,
        SKIPPED,
        DEAD
    }

    private final Inbox inbox;
    private final EventJson json;
    private final Validator validator;
    private final ExceptionTranslator translator;
    private final Correlation correlation;
    private final MeterRegistry metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);

    EventProcessor(
            Inbox inbox,
            EventJson json,
            Validator validator,
            ExceptionTranslator translator,
            Correlation correlation,
            MeterRegistry metrics) {
        this.inbox = inbox;
        this.json = json;
        this.validator = validator;
        this.translator = translator;
        this.correlation = correlation;
        this.metrics = metrics;
    }

    /** Every counter is there from the start: a rate needs a zero before its first event. */
    void countFromZero(@Observes StartupEvent event) {
        var config = ConfigProvider.getConfig();
        for (var name : config.getPropertyNames()) {
            if (TOPIC.matcher(name).matches()) {
                var topic = config.getValue(name, String.class);
                Stream.of(Outcome.values()).forEach(outcome -> counter(outcome, topic));
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * @throws MalformedEventException when the record is no event or its data cannot be read or breaks a constraint of its
     *     type
     * @throws RuntimeException the failure of the last try
     */
    public void process(ConsumerRecord<String, byte[]> consumed, EventHandlers handlers) {
        correlation.begin(header(consumed, CloudEvent.TRACEPARENT));
        try {
            var type = required(consumed, CloudEvent.TYPE);
            var handler = handlers.find(type);
            if (handler == null) {
                count(Outcome.SKIPPED, consumed.topic());
            } else {
                take(consumed, required(consumed, CloudEvent.ID), handler);
            }
        } catch (RuntimeException e) {
            count(Outcome.DEAD, consumed.topic());
            LOG.errorf(
                    e,
                    "Event goes to the dead letters, topic=%s partition=%d offset=%d",
                    consumed.topic(),
                    consumed.partition(),
                    consumed.offset());
            throw e;
        } finally {
            correlation.end();
        }
    }

    private <T> void take(ConsumerRecord<String, byte[]> consumed, String id, EventHandlers.Handler<T> handler) {
        var data = read(consumed, handler.dataType());
        var pause = Duration.ofMillis(100);
        for (int attempt = 1; ; ) {
            try {
                var effective = QuarkusTransaction.requiringNew().call(() -> {
                    if (!inbox.isNew(id)) {
                        return false;
                    }
                    handler.effect().accept(data);
                    return true;
                });
                count(effective ? Outcome.PROCESSED : Outcome.DUPLICATE, consumed.topic());
                return;
            } catch (RuntimeException e) {
                if (!translator.isTransient(e) && ++attempt > TRIES) {
                    throw e;
                }
                LOG.warnf("Event %s waits %d ms for another try: %s", id, pause.toMillis(), e.getMessage());
                waitOrStop(pause, e);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private <T> T read(ConsumerRecord<String, byte[]> consumed, Class<T> dataType) {
        try {
            var data = consumed.value() == null ? null : json.read(consumed.value(), dataType);
            if (data == null) {
                throw new MalformedEventException("The event has no data");
            }
            var violations = validator.validate(data);
            if (!violations.isEmpty()) {
                throw new MalformedEventException("The event's data is not as its schema says: " + violations);
            }
            return data;
        } catch (IOException e) {
            throw new MalformedEventException("The event's data is not as its schema says", e);
        }
    }

    private void waitOrStop(Duration pause, RuntimeException cause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw cause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    private void count(Outcome outcome, String topic) {
        counter(outcome, topic).increment();
    }

    private Counter counter(Outcome outcome, String topic) {
        return metrics.counter(
                "fengong.inbox.events",
                "topic",
                topic,
                "outcome",
                outcome.name().toLowerCase(Locale.ROOT));
    }

    private static String required(ConsumerRecord<String, byte[]> consumed, String name) {
        var value = header(consumed, name);
        if (value == null) {
            throw new MalformedEventException("The record has no header " + name);
        }
        return value;
    }

    private static String header(ConsumerRecord<String, byte[]> consumed, String name) {
        var header = consumed.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
