-- How members work together, as other services told it (what was told before stays unknown until the facts are rebuilt),
-- and what a team wants its reviews to find.

alter table member_snapshot add department_id uuid;
alter table task_snapshot add depends_on jsonb not null default '[]';

create table department_snapshot (
    id      uuid   primary key,
    name    text   not null,
    version bigint not null
);

create table offer_snapshot (
    id         uuid        primary key,
    team_id    uuid        not null,
    task_id    uuid        not null,
    member_id  uuid        not null,
    offered_at timestamptz not null,
    answer     text        not null,
    reason     text,
    version    bigint      not null
);

create index offer_snapshot_team_id_idx on offer_snapshot (team_id, offered_at);

create table skill_gap (
    team_id   uuid    not null,
    version   bigint  not null,
    skill_id  uuid    not null,
    min_level integer not null,
    from_week text    not null,
    weeks     integer not null,
    holders   integer not null,
    primary key (team_id, version)
);

alter table review_schedule add cadence text; -- null: every cadence_weeks

create table review_settings (
    team_id    uuid   primary key,
    thresholds jsonb  not null, -- by kind of finding, only those that differ from the documented ones
    version    bigint not null
);
