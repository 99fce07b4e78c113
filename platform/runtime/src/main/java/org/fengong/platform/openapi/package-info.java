/** What every operation's description has in common: the bearer token and the error answers. */
package org.fengong.platform.openapi;
