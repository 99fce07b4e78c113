-- What tasks ask of other departments. What was told before has no time of asking and is left out until the facts are rebuilt.

create table request_snapshot (
    id            uuid    primary key,
    team_id       uuid    not null,
    task_id       uuid    not null,
    department_id uuid    not null,
    opened_at     timestamptz,
    open          boolean not null,
    version       bigint  not null
);

create index request_snapshot_open_idx on request_snapshot (team_id, opened_at) where open;
