-- Why a plan was made though nobody asked for it.
alter table plan add column cause jsonb;

create index plan_repair_idx on plan (status) where cause is not null;

-- Teams that news has hit, until a plan is made of it.
create table team_repair (
    team_id    uuid        primary key,
    due_at     timestamptz not null,
    kinds      text[]      not null,
    member_ids uuid[]      not null
);

create index team_repair_due_idx on team_repair (due_at);
