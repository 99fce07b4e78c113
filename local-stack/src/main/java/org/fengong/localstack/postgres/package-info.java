/** A real PostgreSQL server without Docker, one database and user per service. */
package org.fengong.localstack.postgres;
