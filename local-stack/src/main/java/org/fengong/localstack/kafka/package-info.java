/** A real Kafka broker in this JVM, and the topics of the suite. */
package org.fengong.localstack.kafka;
