# One service as an image. Build its jars first: mvn -DskipTests package; then docker compose build, or
# docker build --build-arg SERVICE=members-service --build-arg PORT=8081 --build-arg MANAGEMENT_PORT=9081 .
FROM eclipse-temurin:25-jre

ARG SERVICE
ARG PORT
ARG MANAGEMENT_PORT
ENV QUARKUS_HTTP_PORT=$PORT QUARKUS_MANAGEMENT_PORT=$MANAGEMENT_PORT
WORKDIR /app

# What changes least comes first.
COPY $SERVICE/target/quarkus-app/lib/boot/ lib/boot/
COPY $SERVICE/target/quarkus-app/lib/main/ lib/main/
COPY $SERVICE/target/quarkus-app/quarkus-run.jar ./
COPY $SERVICE/target/quarkus-app/quarkus/ quarkus/
COPY $SERVICE/target/quarkus-app/app/ app/
COPY $SERVICE/target/quarkus-run-cyclonedx.json sbom.json

# A start without database, broker and identity provider, which records the classes that a start loads: with this cache
# the service is ready in half the time.
RUN --network=none set -eu; \
    export QUARKUS_PROFILE=local QUARKUS_LOG_CONSOLE_JSON_ENABLED=true QUARKUS_OIDC_TENANT_ENABLED=false \
        QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:1/none QUARKUS_FLYWAY_MIGRATE_AT_START=false \
        QUARKUS_HIBERNATE_ORM_DATABASE_START_OFFLINE=true QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY=none \
        KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1 QUARKUS_SHUTDOWN_TIMEOUT=1s; \
    java -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar > /tmp/training.log 2>&1 & \
    call() { bash -c "exec 3<>/dev/tcp/127.0.0.1/$1 && printf 'GET $2 HTTP/1.0\r\n\r\n' >&3 && cat <&3" 2> /dev/null; }; \
    for i in $(seq 120); do ! call $PORT / > /dev/null || break; sleep 1; done; \
    for path in /openapi /api/v1/none; do call $PORT $path > /dev/null; done; \
    for path in /q/health /q/metrics; do call $MANAGEMENT_PORT $path > /dev/null; done; \
    kill -TERM $!; wait $! || true; \
    test -s app.aot || { cat /tmp/training.log; exit 1; }; \
    rm -rf /tmp/*

USER 10001:10001
EXPOSE $PORT
STOPSIGNAL SIGTERM
# Without curl, which the base image need not have.
HEALTHCHECK --interval=3s --timeout=5s --start-period=90s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$QUARKUS_MANAGEMENT_PORT && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
