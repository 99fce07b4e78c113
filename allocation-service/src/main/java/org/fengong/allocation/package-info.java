/** allocation-service: who does what and when, and how full everybody's weeks are. */
package org.fengong.allocation;
