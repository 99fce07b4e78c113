/** members-service: who is in the company, what they can do, and how much time they have. */
package org.fengong.members;
