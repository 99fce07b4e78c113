package org.fengong.benchmarks.http;

/**
 * Both sides of one call, over all rounds.
 *
 * @param statements that one call runs; of an import the commands that copy all of its rows
 * @param aim least ratio of the processor's time that is wanted, 0 for none
 */
record Comparison(String call, int statements, double aim, Measurement http, Measurement pgbench) {
    /** Processor time of pgbench and its server for a transaction ÷ that of the service and its server for a call. */
    double ratio() {
        return (pgbench.clientMillis() + pgbench.serverMillis()) / (http.clientMillis() + http.serverMillis());
    }
}
