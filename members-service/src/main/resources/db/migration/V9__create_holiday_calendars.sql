create table holiday_calendar (
    id       uuid   primary key,
    key      text   not null,
    name     text   not null,
    holidays jsonb  not null,
    version  bigint not null,
    constraint holiday_calendar_key_unique unique (key)
);

-- Finds all who live by a calendar: their patterns name it.
create index member_working_patterns_idx on member using gin (working_patterns jsonb_path_ops);
