create table plan (
    id                uuid        primary key,
    team_ids          uuid[]      not null,
    status            text        not null,
    from_week         text        not null,
    weeks             integer     not null check (weeks between 1 and 26),
    planned_on        date        not null,
    policy            jsonb       not null,
    must_see          jsonb       not null,
    requested_by      text        not null,
    requested_at      timestamptz not null,
    lease             uuid,
    problem           jsonb,
    input_hash        text,
    input_as_of       jsonb,
    base_plans        jsonb,
    result            jsonb,
    value             bigint,
    bound             bigint,
    gap               double precision,
    proven_optimal    boolean,
    assigned_roles    integer,
    unassigned_roles  integer,
    failure           text,
    failure_detail    text,
    solved_at         timestamptz,
    published_at      timestamptz,
    version           bigint      not null
);

create index plan_teams_idx on plan using gin (team_ids);
create index plan_status_idx on plan (status);

-- The plan in force of each team; its row is the lock under which the team's plans are published.
create table team_plan (
    team_id uuid primary key,
    plan_id uuid
);

-- The columns that db-scheduler expects.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time_idx on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on scheduled_tasks (last_heartbeat);
