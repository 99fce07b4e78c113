create table comment (
    id            uuid        primary key,
    task_id       uuid        not null references task (id),
    team_id       uuid        not null,
    assignment_id uuid,
    request_id    uuid,
    author        text        not null,
    body          text        not null,
    mentions      uuid[]      not null,
    created_at    timestamptz not null,
    edited_at     timestamptz,
    version       bigint      not null
);

create index comment_task_idx on comment (task_id, id);
create index comment_assignment_idx on comment (assignment_id, id) where assignment_id is not null;
create index comment_request_idx on comment (request_id, id) where request_id is not null;
