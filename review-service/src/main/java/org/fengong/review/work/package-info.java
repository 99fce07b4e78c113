/** Tasks, goals and logged work as tasks-service tells of them. */
package org.fengong.review.work;
