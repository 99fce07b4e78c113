-- Proposals that change tasks, what they led to, and the decisions on urgent findings. Departments of teams and of roles stay
-- unknown where they were told before until the facts are rebuilt.

alter table team_snapshot add department_id uuid;

alter table adjustment
    add estimates     jsonb,
    add split         jsonb,
    add collaboration jsonb,
    add task_id       uuid; -- the task that accepting a split has created

alter table review add task_effects jsonb; -- null in reviews that were made before

drop index adjustment_unforecast_idx;
create index adjustment_unforecast_idx on adjustment (id) where status = 'PROPOSED' and forecast is null;

alter table urgent_finding
    add weeks      integer not null default 8,
    add decision   text    not null default 'PROPOSED',
    add plan_id    uuid,
    add accept_key text,
    add decided_by text,
    add decided_at timestamptz,
    add reason     text;
