-- Copies of what members-service owns; no foreign keys, events come in any order.
create table team_snapshot (
    id        uuid    primary key,
    key       text    not null,
    lead_id   uuid,
    time_zone text    not null,
    active    boolean not null,
    members   jsonb   not null,
    version   bigint  not null
);

create index team_snapshot_members_idx on team_snapshot using gin (members jsonb_path_ops);
create index team_snapshot_lead_idx on team_snapshot (lead_id);

create table skill_snapshot (
    id      uuid   primary key,
    key     text   not null,
    field   text   not null,
    version bigint not null
);

create table department_snapshot (
    id      uuid   primary key,
    key     text   not null,
    version bigint not null
);
