/** What the tests of the services share: real PostgreSQL and Kafka, signed tokens, checks of outbox and contracts. */
package org.fengong.platform.testing;
