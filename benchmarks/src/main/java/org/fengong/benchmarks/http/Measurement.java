package org.fengong.benchmarks.http;

/**
 * What one side has done.
 *
 * @param done calls, transactions or rows
 * @param seconds of wall clock
 * @param clientSeconds of processor, of pgbench, of psql or of the service
 * @param serverSeconds of processor, of PostgreSQL
 */
record Measurement(long done, double seconds, double clientSeconds, double serverSeconds) {
    static final Measurement NONE = new Measurement(0, 0, 0, 0);

    double perSecond() {
        return done / seconds;
    }

    /** Milliseconds of processor for one call, transaction or row. */
    double clientMillis() {
        return 1000 * clientSeconds / done;
    }

    double serverMillis() {
        return 1000 * serverSeconds / done;
    }

    Measurement plus(Measurement other) {
        return new Measurement(
                done + other.done,
                seconds + other.seconds,
                clientSeconds + other.clientSeconds,
                serverSeconds + other.serverSeconds);
    }
}
