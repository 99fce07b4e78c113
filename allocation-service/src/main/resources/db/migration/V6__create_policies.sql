create table policy (
    id         uuid        primary key,
    team_id    uuid        not null,
    key        text        not null,
    name       text        not null,
    weights    jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    version    bigint      not null,
    constraint policy_key_unique unique (team_id, key)
);

create index policy_key_idx on policy (key, id);

-- What each version was; plans that were made with it say which.
create table policy_version (
    id         uuid        primary key,
    policy_id  uuid        not null references policy (id),
    version    bigint      not null,
    name       text        not null,
    weights    jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint policy_version_unique unique (policy_id, version)
);
