/** Business time: one clock for the whole suite, and the weeks that plans are made of. */
package org.fengong.platform.time;
