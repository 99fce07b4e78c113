package org.fengong.benchmarks.http;

import java.util.List;

/**
 * A statement as PostgreSQL has logged it.
 *
 * @param sql with {@code $1}, {@code $2} … for the parameters
 * @param parameters as text; null where the parameter was NULL
 */
record Statement(String sql, List<String> parameters) {}
