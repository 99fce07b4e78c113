package org.fengong.platform.metrics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What was read last from the database for a metric. While the database is away it is unknown, which is not zero. */
public final class Sample<T> {
    private volatile T last;

    /** Reads again, in a transaction of its own. */
    public void take(Supplier<T> reading) {
        try {
            last = QuarkusTransaction.requiringNew().call(reading::get);
        } catch (RuntimeException e) {
            last = null;
        }
    }

    /** A number of it; not a number when it is unknown. */
    public double number(ToDoubleFunction<T> of) {
        var known = last;
        return known == null ? Double.NaN : of.applyAsDouble(known);
    }
}
