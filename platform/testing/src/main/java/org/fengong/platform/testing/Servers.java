package org.fengong.platform.testing;

/** A real PostgreSQL with one database and user per service, and a real broker with the suite's topics. */
interface Servers extends AutoCloseable {
    /** Processes of this machine, or containers when the profile {@code containers} asks for them. */
    static Servers start() {
        return Boolean.getBoolean("fengong.tests.containers") ? new ContainerServers() : new LocalServers();
    }

    String jdbcUrl(String database);

    /** Of each service's user. */
    String password();

    String bootstrapServers();

    @Override
    void close();
}
