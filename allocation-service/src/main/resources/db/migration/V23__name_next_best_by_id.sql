-- The next best member of a reason by id: the name is asked for when it is read. It was the end of the text.
alter table assignment add column next_best jsonb;

update assignment a
set next_best = found.next_best, reason = regexp_replace(a.reason, ', next best .+ at \+\S+$', '')
from (
    select p.id as plan_id, role.value ->> 'roleId' as role_id,
        (select jsonb_build_object('memberId', other.value -> 'memberId', 'costDifference', other.value -> 'costDifference')
            from jsonb_array_elements(role.value -> 'alternatives') with ordinality as other (value, rank)
            where other.value ->> 'costDifference' is not null
            order by other.rank limit 1) as next_best
    from plan p cross join lateral jsonb_array_elements(p.result -> 'assigned') as role (value)
) found
where found.plan_id = a.plan_id and found.role_id = a.role_id::text and found.next_best is not null
    and a.origin = 'PLAN' and a.reason ~ ', next best .+ at \+\S+$';
