create table task (
    id                  uuid        primary key,
    team_id             uuid        not null,
    key                 text        not null,
    owner_id            uuid,
    goal_id             uuid        references goal (id),
    key_result_id       uuid,
    title               text        not null,
    description         text,
    contribution_weight numeric     not null check (contribution_weight between 0 and 1),
    importance          integer     not null check (importance between 1 and 5),
    earliest_start      date,
    due_date            date        not null check (due_date >= earliest_start),
    status              text        not null,
    together            boolean     not null,
    allow_same_member   boolean     not null,
    roles               jsonb       not null,
    assignment_version  bigint      not null,
    created_at          timestamptz not null,
    started_at          timestamptz,
    completed_at        timestamptz,
    version             bigint      not null,
    constraint task_key_unique unique (team_id, key)
);

create index task_team_due_idx on task (team_id, due_date, id);
create index task_team_status_idx on task (team_id, status);
create index task_goal_idx on task (goal_id);
create index task_owner_idx on task (owner_id);

create table task_dependency (
    task_id       uuid    not null references task (id),
    depends_on_id uuid    not null references task (id),
    lag_weeks     integer not null check (lag_weeks between 0 and 26),
    primary key (task_id, depends_on_id),
    check (task_id <> depends_on_id)
);

create index task_dependency_depends_on_idx on task_dependency (depends_on_id);

create table work_log (
    id        uuid        primary key,
    task_id   uuid        not null references task (id),
    role_id   uuid        not null,
    member_id uuid        not null,
    day       date        not null,
    minutes   integer     not null check (minutes between 1 and 1440),
    note      text,
    logged_at timestamptz not null
);

create index work_log_task_idx on work_log (task_id, day, id);
