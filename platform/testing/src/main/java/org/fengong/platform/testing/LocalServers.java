package org.fengong.platform.testing;

import org.fengong.localstack.kafka.LocalKafka;
import org.fengong.localstack.postgres.LocalPostgres;

/** PostgreSQL as a child process, the broker in this JVM. */
final class LocalServers implements Servers {
    private final LocalPostgres postgres = LocalPostgres.startForTests();
    private final LocalKafka kafka = LocalKafka.startForTests();

    @Override
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    @Override
    public String password() {
        return postgres.password();
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
