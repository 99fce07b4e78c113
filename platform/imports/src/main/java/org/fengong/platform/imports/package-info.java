/** Tables in and out: CSV and Excel files, and the jobs that take them in row by row. */
package org.fengong.platform.imports;
