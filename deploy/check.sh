#!/usr/bin/env bash
# Runs the suite in containers from nothing, lets the demo pass in it, kills a service, the broker and the database, and
# lets the demo pass again. Needs an engine, ./fengong compose-env and mvn -DskipTests package. Ends with what it started;
# its data are deleted. Works beside another suite when the ports of .env are moved.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/suite.sh
compose+=(-f docker-compose.yml -f deploy/compose.demo.yml)

again() { "${compose[@]}" up --wait || fail "The suite is not healthy again"; }
write() { members "$token" POST /departments "$(department "$1")"; }
department() { printf '{"key": "%s", "name": "Check"}' "$1"; }

token=$(./fengong token --role admin)
trap '"${compose[@]}" --profile demo down --volumes --timeout 12 > /dev/null 2>&1; rm "$answer"' EXIT

step "Build and start"
"${compose[@]}" up --build --wait --quiet-pull

step "The demo"
"${compose[@]}" run --rm demo

step "Kill a service"
expect "a write before" 201 "$(write before-service)"
"${compose[@]}" kill members-service
again
expect "the same write again" 409 "$(write before-service)"

step "Kill the broker"
"${compose[@]}" kill kafka
expect "a write without the broker" 201 "$(write without-broker)"
again

step "Kill the database"
"${compose[@]}" kill postgres
expect "a write without the database" 503 "$(write without-database)"
again
for _ in 1 2 3 4 5; do # a pool that has not seen the database yet answers 503 and Retry-After: 1
    status=$(write without-database)
    [ "$status" = 503 ] || break
    sleep 1
done
expect "the same write again" 201 "$status"
expect "a write of before" 409 "$(write without-broker)"

step "The demo again"
"${compose[@]}" run --rm demo

step "Stop"
before=$SECONDS
"${compose[@]}" stop members-service tasks-service allocation-service review-service
for service in members tasks allocation review; do
    code=$(docker inspect -f '{{.State.ExitCode}}' "$COMPOSE_PROJECT_NAME-$service-service-1")
    [ "$code" = 143 ] || fail "$service-service ended with $code"
done
printf 'all services ended by themselves in %s s\n' "$((SECONDS - before))"
step "All passed"
