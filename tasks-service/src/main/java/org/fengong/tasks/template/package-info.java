/** Templates (S3): bundles of tasks that come again and again, made into tasks for a day and a goal. */
package org.fengong.tasks.template;
