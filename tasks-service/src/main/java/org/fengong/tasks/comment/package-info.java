/** Comments on tasks, and on what hangs on them: their assignments and requests (S5). */
package org.fengong.tasks.comment;
