# What the checks of the suite in containers share; they source it in the repository's folder.
export COMPOSE_PROJECT_NAME=fengong-check
if docker compose version > /dev/null 2>&1; then compose=(docker compose); else compose=(docker-compose); fi
answer=$(mktemp) # the body of the last answer

step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; "${compose[@]}" ps --all >&2; "${compose[@]}" logs --tail 20 >&2; exit 1; }
setting() { # name in .env, what holds without it
    local value
    value=$(sed -n "s/^$1=//p" .env)
    printf '%s' "${value:-$2}"
}
members() { # token, method, path, body: the answer's status
    curl -s -o "$answer" -w '%{http_code}' -m 30 -X "$2" -H "Authorization: Bearer $1" \
        -H 'Content-Type: application/json' ${4:+-d "$4"} \
        "http://127.0.0.1:$(setting FENGONG_MEMBERS_PORT 8081)/api/v1$3" || true
}
expect() { # what, expected, actual
    [ "$2" = "$3" ] || fail "$1 answered $3 instead of $2: $(cat "$answer")"
    printf '%s: %s\n' "$1" "$3"
}
