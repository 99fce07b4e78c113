alter table goal
    add column parent_goal_id uuid references goal (id),
    add column owner_id       uuid,
    add constraint goal_not_below_itself check (parent_goal_id <> id);

create index goal_parent_idx on goal (parent_goal_id);
create index goal_owner_idx on goal (owner_id);

-- When a value was reported; until now only its id told, which begins with the milliseconds since 1970 (RFC 9562, 5.7).
alter table measurement add column measured_at timestamptz;
update measurement
   set measured_at = to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0);
alter table measurement alter column measured_at set not null;

create index measurement_goal_day_idx on measurement (goal_id, measured_on, id);
