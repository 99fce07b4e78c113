create table pulse (
    id        uuid        primary key,
    team_id   uuid        not null,
    member_id uuid        not null,
    week      text        not null,
    load      integer     not null,
    fit       integer     not null,
    clarity   integer     not null,
    comment   text,
    given_at  timestamptz not null,
    constraint pulse_unique unique (team_id, week, member_id)
);
