-- No foreign keys: what is told outlives what it is about.
create table notification (
    id            uuid        primary key,
    member_id     uuid        not null,
    kind          text        not null,
    at            timestamptz not null,
    team_id       uuid,
    task_id       uuid,
    assignment_id uuid,
    offer_id      uuid,
    plan_id       uuid,
    data          jsonb       not null,
    read_at       timestamptz,
    mail          text,
    mail_attempts integer     not null default 0,
    mail_due_at   timestamptz
);

create index notification_member_idx on notification (member_id, id desc);
create index notification_unread_idx on notification (member_id, id desc) where read_at is null;
create index notification_read_idx on notification (read_at) where read_at is not null;
create index notification_mail_idx on notification (mail_due_at, id) where mail = 'WAITING';

create table notification_preferences (
    member_id uuid   primary key,
    mail      jsonb  not null,
    version   bigint not null
);

create table calendar_address (
    member_id   uuid        primary key,
    secret_hash text        not null,
    created_at  timestamptz not null,
    constraint calendar_address_secret_unique unique (secret_hash)
);
