package org.fengong.benchmarks.http;

/**
 * Both sides of one call, over all rounds.
 *
 * @param aim least ratio of the processor's time that is wanted
 */
record Comparison(String call, int statements, double aim, Measurement http, Measurement pgbench) {
    /** Processor time of pgbench and its server for a transaction ÷ that of the service and its server for a call. */
    double ratio() {
        return (pgbench.clientMillis() + pgbench.serverMillis()) / (http.clientMillis() + http.serverMillis());
    }
}
