create table offer (
    id            uuid        primary key,
    assignment_id uuid        not null references assignment (id),
    task_id       uuid        not null,
    role_id       uuid        not null,
    team_id       uuid        not null,
    member_id     uuid        not null,
    status        text        not null,
    offered_at    timestamptz not null,
    respond_by    timestamptz not null,
    ended_at      timestamptz,
    actor         text,
    reason        text,
    version       bigint      not null,
    constraint offer_assignment_unique unique (assignment_id)
);

create index offer_team_idx on offer (team_id, status, id);
create index offer_member_idx on offer (member_id, status, id);
create index offer_overdue_idx on offer (respond_by, id) where status = 'PENDING';

-- What is offered already can be answered for a week.
insert into offer (id, assignment_id, task_id, role_id, team_id, member_id, status, offered_at, respond_by, version)
select gen_random_uuid(), id, task_id, role_id, team_id, member_id, 'PENDING', created_at, now() + interval '7 days', 1
from assignment
where status = 'OFFERED';

create table offer_settings (
    team_id      uuid    primary key,
    working_days integer not null check (working_days between 1 and 20),
    on_decline   text    not null,
    version      bigint  not null
);

-- Who has said no to a role is not asked again.
create index assignment_declined_idx on assignment (role_id) where cause in ('DECLINED', 'EXPIRED');
