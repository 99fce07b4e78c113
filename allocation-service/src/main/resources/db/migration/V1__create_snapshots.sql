-- Copies of what the other services own, as their events tell it; no foreign keys, events come in any order.
create table member_snapshot (
    id      uuid   primary key,
    data    jsonb  not null,
    version bigint not null
);

create table team_snapshot (
    id      uuid   primary key,
    lead_id uuid,
    data    jsonb  not null,
    version bigint not null
);

create index team_snapshot_lead_idx on team_snapshot (lead_id);
create index team_snapshot_members_idx on team_snapshot using gin ((data -> 'members') jsonb_path_ops);

create table department_snapshot (
    id      uuid   primary key,
    data    jsonb  not null,
    version bigint not null
);

create table skill_snapshot (
    id      uuid   primary key,
    data    jsonb  not null,
    version bigint not null
);

create table task_snapshot (
    id      uuid   primary key,
    team_id uuid,
    status  text,
    data    jsonb  not null,
    version bigint not null
);

create index task_snapshot_team_idx on task_snapshot (team_id, status);
create index task_snapshot_dependencies_idx on task_snapshot using gin ((data -> 'dependsOn') jsonb_path_ops);

create table goal_snapshot (
    id      uuid   primary key,
    data    jsonb  not null,
    version bigint not null
);

-- What work and estimates say of a role; they come on another topic than the task and may overtake it.
create table role_progress (
    role_id                      uuid    primary key,
    task_id                      uuid    not null,
    logged_minutes               integer not null,
    estimate_to_complete_minutes integer,
    estimate_version             bigint  not null,
    version                      bigint  not null
);

create index role_progress_task_idx on role_progress (task_id);
