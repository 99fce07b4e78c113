/** How a service starts: what it refuses to run with outside a developer's machine. */
package org.fengong.platform.start;
