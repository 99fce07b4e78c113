#!/usr/bin/env bash
# Runs the suite with Keycloak, Prometheus and Grafana and looks whether they do their work: a user signs in by PKCE and
# calls a service, other tokens are refused, every service is scraped, every query of the dashboard has an answer.
# Needs what check.sh needs, and jq. Writes .env for Keycloak; ./fengong compose-env makes it local again.
# Ends with what it started; its data are deleted. GRAFANA=no leaves Grafana out.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/suite.sh
compose+=(--profile auth --profile observability)
services=(members-service tasks-service allocation-service review-service keycloak prometheus)
[ "${GRAFANA:-yes}" = no ] || services+=(grafana)
scratch=$(mktemp -d)

read_members() { members "$1" GET /members; } # token

./fengong compose-env --auth > /dev/null
keycloak=http://localhost:$(setting FENGONG_KEYCLOAK_PORT 8180)
prometheus=http://127.0.0.1:$(setting FENGONG_PROMETHEUS_PORT 9090)
grafana=http://127.0.0.1:$(setting FENGONG_GRAFANA_PORT 3000)
openid=$keycloak/realms/fengong/protocol/openid-connect
trap '"${compose[@]}" down --volumes --timeout 12 > /dev/null 2>&1; rm -r "$scratch" "$answer"' EXIT

step "Build and start"
"${compose[@]}" up --build --wait --quiet-pull "${services[@]}" || fail "The suite is not healthy"

step "A program's token"
secret=$(setting FENGONG_REVIEW_CLIENT_SECRET "")
token=$(curl -s "$openid/token" -d grant_type=client_credentials -d client_id=review-service \
    -d "client_secret=$secret" | jq -r .access_token)
expect "members-service with it" 200 "$(read_members "$token")"
expect "members-service with a local one" 401 "$(read_members "$(./fengong token --role admin)")"

step "A user who signs in"
kcadm() { "${compose[@]}" exec -T keycloak /opt/keycloak/bin/kcadm.sh "$@" --config /tmp/kcadm.config; }
kcadm config credentials --server http://localhost:8080 --realm master --user admin \
    --password "$(setting FENGONG_KEYCLOAK_PASSWORD "")" 2> /dev/null
kcadm create users -r fengong -s username=ana -s enabled=true -s email=ana@example.org -s emailVerified=true \
    -s firstName=Ana -s lastName=Lima -s 'attributes.member=["ana-lima"]' 2> /dev/null
kcadm set-password -r fengong --username ana --new-password check-ana
kcadm add-roles -r fengong --uusername ana --rolename lead
verifier=$(openssl rand -hex 32)
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | base64 | tr '+/' '-_' | tr -d '=')
page=$(curl -s -c "$scratch/cookies" -G "$openid/auth" -d client_id=fengong-frontend -d response_type=code -d scope=openid \
    -d redirect_uri=http://localhost:5173/ -d "code_challenge=$challenge" -d code_challenge_method=S256)
action=$(printf %s "$page" | grep -o 'action="[^"]*"' | head -1 | cut -d'"' -f2 | sed 's/&amp;/\&/g')
[ -n "$action" ] || fail "Keycloak shows no form to sign in: $page"
code=$(curl -s -b "$scratch/cookies" -o /dev/null -w '%{redirect_url}' "$action" \
    -d username=ana -d password=check-ana | sed -n 's/.*[?&]code=\([^&]*\).*/\1/p')
[ -n "$code" ] || fail "Keycloak gives no code"
token=$(curl -s "$openid/token" -d grant_type=authorization_code -d client_id=fengong-frontend -d "code=$code" \
    -d redirect_uri=http://localhost:5173/ -d "code_verifier=$verifier" | jq -r .access_token)
expect "members-service for the user" 200 "$(read_members "$token")"
printf %s "$token" | cut -d. -f2 | tr '_-' '/+' | base64 -d 2> /dev/null | jq -c '{iss, aud, groups, member}' || true

step "Prometheus"
query() { curl -s -G "$prometheus/api/v1/query" --data-urlencode "query=$1"; }
for _ in $(seq 60); do
    up=$(query 'sum(up{job="fengong"})' | jq -r '.data.result[0].value[1] // 0')
    [ "$up" = 4 ] && break
    sleep 2
done
expect "services that are scraped" 4 "$up"
rules=$(curl -s "$prometheus/api/v1/rules" | jq '[.data.groups[].rules[]] | length')
[ "$rules" -gt 0 ] || fail "No alert is loaded"
curl -s "$prometheus/api/v1/rules" | jq -e 'all(.data.groups[].rules[]; .health != "err")' > /dev/null ||
    fail "An alert cannot be judged: $(curl -s "$prometheus/api/v1/rules")"
printf 'alerts: %s\n' "$rules"
jq -r '.panels[].targets[]?.expr' deploy/observability/grafana/fengong.json > "$scratch/queries"
empty=0
while read -r expression; do
    found=$(query "$expression")
    [ "$(jq -r .status <<< "$found")" = success ] || fail "The dashboard asks $expression: $found"
    [ "$(jq '.data.result | length' <<< "$found")" -gt 0 ] || { empty=$((empty + 1)); printf 'nothing yet: %s\n' "$expression"; }
done < "$scratch/queries"
printf 'queries of the dashboard: %s, without a value yet: %s\n' "$(wc -l < "$scratch/queries")" "$empty"

if [ "${GRAFANA:-yes}" != no ]; then
    step "Grafana"
    dashboards=$(curl -s -u "admin:$(cat .fengong/secrets/grafana-password)" "$grafana/api/search?query=Fengong" | jq length)
    expect "dashboards named Fengong" 1 "$dashboards"
fi
step "All passed"
