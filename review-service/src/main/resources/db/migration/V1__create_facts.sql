-- What other services told, each row with the version it comes from. No foreign keys between them: events of different
-- topics arrive in any order.

create table team_snapshot (
    id        uuid    primary key,
    key       text    not null,
    name      text    not null,
    lead_id   uuid,
    time_zone text    not null,
    active    boolean not null,
    version   bigint  not null
);

create index team_snapshot_lead_id_idx on team_snapshot (lead_id);

create table team_membership (
    team_id       uuid    not null references team_snapshot (id),
    member_id     uuid    not null,
    share_percent integer not null,
    from_day      date    not null,
    to_day        date
);

create index team_membership_team_id_idx on team_membership (team_id);
create index team_membership_member_id_idx on team_membership (member_id);

create table skill_snapshot (
    id      uuid   primary key,
    name    text   not null,
    version bigint not null
);

create table member_snapshot (
    id           uuid   primary key,
    display_name text,
    availability jsonb  not null,
    version      bigint not null
);

create table task_snapshot (
    id                  uuid             primary key,
    team_id             uuid             not null,
    goal_id             uuid,
    title               text             not null,
    contribution_weight double precision not null,
    due_date            date             not null,
    status              text             not null,
    roles               jsonb            not null,
    created_at          timestamptz      not null,
    started_at          timestamptz,
    completed_at        timestamptz,
    version             bigint           not null
);

create index task_snapshot_team_id_idx on task_snapshot (team_id, completed_at);
create index task_snapshot_goal_id_idx on task_snapshot (goal_id);

create table task_status_change (
    task_id         uuid        not null,
    version         bigint      not null,
    previous_status text,
    status          text        not null,
    received_at     timestamptz not null,
    primary key (task_id, version)
);

create table goal_snapshot (
    id          uuid             primary key,
    team_id     uuid             not null,
    title       text             not null,
    from_day    date             not null,
    to_day      date             not null,
    weight      double precision not null,
    key_results jsonb            not null,
    version     bigint           not null
);

create index goal_snapshot_team_id_idx on goal_snapshot (team_id);

create table key_result_measurement (
    goal_id       uuid             not null,
    version       bigint           not null,
    key_result_id uuid             not null,
    measured_on   date             not null,
    previous      double precision not null,
    current       double precision not null,
    primary key (goal_id, version)
);

create table work_log (
    id        uuid    primary key,
    task_id   uuid    not null,
    role_id   uuid    not null,
    member_id uuid    not null,
    team_id   uuid    not null,
    goal_id   uuid,
    day       date    not null,
    minutes   integer not null
);

create index work_log_task_id_idx on work_log (task_id);
create index work_log_team_id_day_idx on work_log (team_id, day);

create table task_division (
    task_id     uuid   primary key,
    team_id     uuid   not null,
    assignments jsonb  not null, -- standing and released ones
    version     bigint not null
);

create table member_week (
    member_id        uuid    not null,
    week             text    not null,
    load_minutes     integer not null,
    capacity_minutes integer not null,
    version          bigint  not null,
    primary key (member_id, week)
);

create table overload (
    member_id uuid    not null,
    week      text    not null,
    task_ids  uuid[]  not null,
    resolved  boolean not null,
    version   bigint  not null,
    primary key (member_id, week)
);

create table plan_snapshot (
    id      uuid   primary key,
    status  text   not null,
    version bigint not null
);
