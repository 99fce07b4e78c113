/** Retries of a POST that neither double its effect nor change its answer. */
package org.fengong.platform.idempotency;
