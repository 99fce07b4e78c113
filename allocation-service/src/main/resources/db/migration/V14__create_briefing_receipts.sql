-- What each member has last taken note of.
create table briefing_receipt (
    member_id       uuid        primary key,
    acknowledged_at timestamptz not null,
    known           jsonb       not null
);

alter table assignment add column changed_at timestamptz;
update assignment set changed_at = created_at;
alter table assignment alter column changed_at set not null;
create index assignment_member_changed_idx on assignment (member_id, changed_at);

create index task_snapshot_goal_idx on task_snapshot ((data ->> 'goalId'));
