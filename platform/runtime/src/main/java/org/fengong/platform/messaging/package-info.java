/** Events out (outbox and its relay) and in (inbox, dead letters), each once in effect. */
package org.fengong.platform.messaging;
