-- What allocation-service has told of the assignments of a task. The version stays when no assignment does.
create table assigned_task (
    id                 uuid   primary key,
    assignment_version bigint not null
);

create table open_assignment (
    id        uuid  primary key,
    task_id   uuid  not null references assigned_task (id),
    role_id   uuid  not null,
    member_id uuid  not null references member (id) on delete cascade,
    weeks     jsonb not null
);

create index open_assignment_task_idx on open_assignment (task_id);
create index open_assignment_member_idx on open_assignment (member_id, task_id, role_id);
