/** Tables of goals and tasks, in and out. */
package org.fengong.tasks.imports;
