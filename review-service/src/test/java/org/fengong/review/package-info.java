/** What the tests of this service share: facts as other services would have told them, and the events that tell them. */
package org.fengong.review;
