-- Who reads everything lists without a team, and finds tasks and goals by key alone.
create index task_due_idx on task (due_date, id);
create index task_key_idx on task (key, id);
create index goal_key_idx on goal (key, id);
