package org.fengong.allocation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Treats things one by one: one that fails is logged and counted, is tried again at the next look, and stops no other. */
@ApplicationScoped
public class Sweeps {
    private static final Logger LOG = Logger.getLogger(Sweeps.class);

    private final MeterRegistry metrics;

    Sweeps(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** @param sweep its name in the log and the metric */
    public <T> void each(String sweep, Collection<T> things, Consumer<T> treatment) {
        var failures = metrics.counter("fengong.sweep.failures", "sweep", sweep);
        for (var thing : things) {
            try {
                treatment.accept(thing);
            } catch (RuntimeException e) {
                failures.increment();
                LOG.errorf(e, "A sweep could not treat one thing: sweep=%s id=%s", sweep, thing);
            }
        }
    }
}
