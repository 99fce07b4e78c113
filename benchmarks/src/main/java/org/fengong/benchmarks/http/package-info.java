/** Measures what the HTTP layer costs: calls of a running tasks-service against pgbench running the same statements. */
package org.fengong.benchmarks.http;
