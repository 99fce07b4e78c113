/** The launcher: the whole suite on one machine, with real PostgreSQL and Kafka and the four services as child processes. */
package org.fengong.localstack;
