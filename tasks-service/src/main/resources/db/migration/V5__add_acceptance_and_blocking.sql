alter table task
    add column accepted_at    timestamptz,
    add column rework_count   integer not null default 0,
    add column returned_at    timestamptz,
    add column return_reason  text,
    add column blocked_since  timestamptz,
    add column blocked_reason text,
    add column cancel_reason  text;

-- The few that wait for somebody's decision.
create index task_blocked_idx on task (team_id, due_date, id) where blocked_since is not null;
create index task_returned_idx on task (team_id, due_date, id) where returned_at is not null;
create index task_to_accept_idx on task (team_id, due_date, id) where completed_at is not null and accepted_at is null;
