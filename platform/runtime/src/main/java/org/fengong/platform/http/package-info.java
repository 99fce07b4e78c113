/** What every request passes on its way in and out: guards, correlation, ETags, headers. */
package org.fengong.platform.http;
