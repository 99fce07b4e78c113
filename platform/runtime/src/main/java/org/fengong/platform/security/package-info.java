/** Who calls, with which roles; what a caller may do is each service's own business. */
package org.fengong.platform.security;
