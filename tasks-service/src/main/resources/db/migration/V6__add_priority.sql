-- Copies, so that a list by priority reads an index of one table: the goal's weight, and the open tasks that wait.
alter table task
    add column goal_weight   integer not null default 0,
    add column waiting_count integer not null default 0;

update task set goal_weight = goal.weight from goal where goal.id = task.goal_id;
update task set waiting_count = (
    select count(*) from task_dependency d join task w on w.id = d.task_id
     where d.depends_on_id = task.id and w.status not in ('COMPLETED', 'CANCELLED'));

-- The points on 2000-01-01. Each day later adds one point to every task, so the order does not change by itself.
alter table task
    add column priority integer not null generated always as
        (20 * importance + goal_weight + 10 * least(waiting_count, 10) - (due_date - date '2000-01-01')) stored;

create index task_team_priority_idx on task (team_id, priority desc, id);
create index task_priority_idx on task (priority desc, id);
