create table department_request (
    id            uuid        primary key,
    task_id       uuid        not null,
    team_id       uuid        not null,
    department_id uuid        not null,
    role_ids      uuid[]      not null,
    minutes       integer     not null check (minutes >= 0),
    due_date      date        not null,
    status        text        not null,
    opened_at     timestamptz not null,
    start_week    text,
    collaborator  jsonb,
    actor         text,
    reason        text,
    ended_at      timestamptz,
    version       bigint      not null,
    constraint department_request_unique unique (task_id, department_id)
);

create index department_request_team_idx on department_request (team_id, status, id);
create index department_request_department_idx on department_request (department_id, status, id);
create index department_request_actor_idx on department_request (actor) where actor is not null;
