-- What cannot wait for a review, derived from the facts; kept after it is resolved.

create table urgent_finding (
    id          uuid        primary key,
    team_id     uuid        not null,
    kind        text        not null,
    subject     text        not null, -- the goal, or the member's week
    evidence    jsonb       not null,
    policy      jsonb       not null,
    since       timestamptz not null,
    resolved_at timestamptz
);

create unique index urgent_finding_open_unique on urgent_finding (team_id, kind, subject) where resolved_at is null;
create index overload_open_idx on overload (week) where not resolved;
