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

-- What a member wants to learn.
alter table member add learning_wishes jsonb not null default '[]';

create index member_learning_wishes_idx on member using gin (learning_wishes jsonb_path_ops);
