-- Lists of plans read this instead of the whole result, and come newest first.
alter table plan add column summary jsonb;

update plan
set summary = jsonb_build_object(
        'costs', result -> 'costs', 'inherited', result -> 'inherited', 'steps', result -> 'steps', 'end', result -> 'end'),
    result  = result - 'costs' - 'inherited' - 'steps' - 'end'
where result is not null;

create index plan_requested_idx on plan (requested_at desc, id);
