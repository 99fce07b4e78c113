/**
 * How a browser is signed in to the pages: on one's own machine by a one-time address, elsewhere at the identity provider.
 * Both leave a cookie that pages alone can read, see http.RequestGuard.
 */
package org.fengong.platform.signin;
