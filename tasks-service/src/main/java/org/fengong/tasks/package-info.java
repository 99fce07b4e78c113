/** tasks-service: what there is to do, for which goal, and how far it is. */
package org.fengong.tasks;
