create table webhook (
    id                    uuid        primary key,
    url                   text        not null,
    event_types           jsonb       not null,
    team_id               uuid,
    active                boolean     not null,
    inactive_reason       text,
    secret                text        not null,
    previous_secret       text,
    previous_secret_until timestamptz,
    created_by            text        not null,
    created_at            timestamptz not null,
    version               bigint      not null
);

-- due_at: when it is sent next; of one that is being sent, when its sender is taken for lost.
create table webhook_delivery (
    id          uuid        primary key,
    webhook_id  uuid        not null references webhook (id) on delete cascade,
    event_type  text        not null,
    body        text        not null,
    created_at  timestamptz not null,
    status      text        not null,
    attempts    integer     not null,
    due_at      timestamptz not null,
    ended_at    timestamptz,
    last_status integer,
    last_error  text
);

create index webhook_delivery_webhook_idx on webhook_delivery (webhook_id, created_at, id);
create index webhook_delivery_due_idx on webhook_delivery (webhook_id, due_at, id) where status in ('PENDING', 'SENDING');
create index webhook_delivery_dead_idx on webhook_delivery (id) where status = 'DEAD';
create index webhook_delivery_age_idx on webhook_delivery (created_at);
