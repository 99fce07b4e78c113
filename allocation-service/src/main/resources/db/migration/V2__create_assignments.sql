create table assignment (
    id          uuid        primary key,
    role_id     uuid        not null,
    task_id     uuid        not null,
    team_id     uuid        not null,
    member_id   uuid        not null,
    status      text        not null,
    cause       text,
    origin      text        not null,
    pinned      boolean     not null,
    start_week  text        not null,
    fit         numeric     not null,
    reason      text        not null,
    plan_id     uuid        not null,
    created_at  timestamptz not null,
    version     bigint      not null
);

-- No role stands with two members.
create unique index assignment_role_standing on assignment (role_id) where status in ('OFFERED', 'ACTIVE');
create index assignment_task_idx on assignment (task_id);
create index assignment_team_idx on assignment (team_id, status);
create index assignment_member_idx on assignment (member_id, status);

-- The minutes that stand. What a week has seen stays when the assignment ends.
create table assignment_week (
    assignment_id uuid    not null references assignment (id),
    member_id     uuid    not null,
    week          text    not null,
    minutes       integer not null check (minutes >= 0),
    primary key (assignment_id, week)
);

create index assignment_week_member_idx on assignment_week (member_id, week);

-- One row per member and week: the lock under which minutes change, and what was last told of the week.
create table member_week (
    member_id        uuid    not null,
    week             text    not null,
    load_minutes     integer not null,
    capacity_minutes integer not null,
    primary key (member_id, week)
);

create sequence load_version;

-- Counts what was told of a task's assignments.
create table task_assignment_version (
    task_id uuid   primary key,
    version bigint not null
);
