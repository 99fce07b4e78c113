/** What metrics need in every service. */
package org.fengong.platform.metrics;
