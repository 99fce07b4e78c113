/** What members are told (S5): a feed for each of them, live over server-sent events, and by e-mail for those who want it. */
package org.fengong.allocation.notify;
