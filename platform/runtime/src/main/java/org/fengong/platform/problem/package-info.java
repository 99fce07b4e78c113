/** Problem details (RFC 9457) for every answer that is an error: what services throw, and how it becomes HTTP. */
package org.fengong.platform.problem;
