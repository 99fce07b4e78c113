/** Demand (S3): whose time the open tasks ask for, by skill, field, department and week. */
package org.fengong.tasks.demand;
