/** What all calls to other services have in common: this service's token, and the problems that come back. */
package org.fengong.review.remote;
