/** Webhooks: other systems are told of this service's events by signed HTTP requests. */
package org.fengong.allocation.webhook;
