/** Tasks (S3): pieces of work with the roles they ask for, what they depend on, their status and the work logged. */
package org.fengong.tasks.task;
