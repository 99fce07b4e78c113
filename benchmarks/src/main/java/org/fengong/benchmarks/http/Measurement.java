package org.fengong.benchmarks.http;

/**
 * What one side has done.
 *
 * @param done calls or transactions
 * @param seconds of wall clock
 * @param clientSeconds of processor, of pgbench or of the service
 * @param serverSeconds of processor, of PostgreSQL
 */
record Measurement(long done, double seconds, double clientSeconds, double serverSeconds) {
    double perSecond() {
        return done / seconds;
    }

    /** Milliseconds of processor for one call or transaction. */
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
