-- Who published a plan and what took its place; which plan a replay answers once more, and whether to the same end.
alter table plan
    add column published_by  text,
    add column superseded_by uuid,
    add column superseded_at timestamptz,
    add column replay_of     uuid,
    add column identical     boolean;

create index plan_input_idx on plan (solved_at) where problem is not null;
