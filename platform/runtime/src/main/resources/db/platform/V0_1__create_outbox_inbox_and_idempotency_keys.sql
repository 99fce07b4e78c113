-- Columns of Debezium's Outbox Event Router, so that it can take the relay's place; rows are deleted once the broker
-- has them, never updated.
create sequence outbox_position;

create table outbox (
    id            uuid   primary key,
    aggregatetype text   not null, -- the topic
    aggregateid   text   not null, -- the record's key
    type          text   not null,
    payload       jsonb  not null,
    ce_time       text   not null,
    traceparent   text   not null,
    position      bigint not null default nextval('outbox_position')
);

create index outbox_position_idx on outbox (position);

create function notify_outbox() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;

create trigger outbox_inserted after insert on outbox for each statement execute function notify_outbox();

-- Events that took effect here.
create table inbox (
    event_id    text        primary key,
    received_at timestamptz not null default now()
);

create index inbox_received_at_idx on inbox (received_at);

create table idempotency_key (
    scope      text        primary key, -- hash of subject, path and key
    request    text        not null,    -- hash of the body
    status     integer     not null,
    location   text,
    body       text,
    created_at timestamptz not null default now()
);

create index idempotency_key_created_at_idx on idempotency_key (created_at);
