/** Many things in one request, each with its own answer. */
package org.fengong.platform.batch;
