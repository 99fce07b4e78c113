-- Gaps that are open and were told.
create table skill_gap (
    team_id   uuid    not null,
    skill_id  uuid    not null,
    min_level integer not null,
    primary key (team_id, skill_id, min_level)
);

create sequence skill_gap_version;

-- Teams of which something changed, until their coverage is looked at.
create table coverage_check (
    team_id    uuid        primary key,
    due_at     timestamptz not null,
    member_ids uuid[]      not null,
    task_ids   uuid[]      not null
);

create index coverage_check_due_idx on coverage_check (due_at);
