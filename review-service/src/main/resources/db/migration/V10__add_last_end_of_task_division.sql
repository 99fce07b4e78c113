-- Assignments that ended lately are found without reading all that ever were.

alter table task_division add last_ended_at timestamptz; -- null while none has ended at a known time

update task_division set last_ended_at = (
    select max(cast(a ->> 'until' as timestamptz)) from jsonb_array_elements(assignments) a);

create index task_division_last_ended_at_idx on task_division (last_ended_at);
