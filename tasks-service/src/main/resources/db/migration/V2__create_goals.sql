create table goal (
    id          uuid    primary key,
    team_id     uuid    not null,
    key         text    not null,
    title       text    not null,
    from_day    date    not null,
    to_day      date    not null check (to_day >= from_day),
    weight      integer not null check (weight between 1 and 100),
    key_results jsonb   not null,
    version     bigint  not null,
    constraint goal_key_unique unique (team_id, key)
);

create table measurement (
    id            uuid    primary key,
    goal_id       uuid    not null references goal (id),
    key_result_id uuid    not null,
    value         numeric not null,
    measured_on   date    not null,
    actor         text    not null
);

create index measurement_goal_idx on measurement (goal_id, key_result_id, measured_on);
