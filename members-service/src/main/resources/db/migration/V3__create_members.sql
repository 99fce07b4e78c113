create table member (
    id                  uuid    primary key,
    key                 text    not null,
    active              boolean not null,
    display_name        text    not null,
    email               text    not null,
    locale              text    not null,
    time_zone           text    not null,
    occupation          text,
    department_id       uuid    not null references department (id),
    joined_on           date,
    left_on             date,
    availability_factor numeric not null,
    working_patterns    jsonb   not null,
    absences            jsonb   not null,
    skills              jsonb   not null,
    interests           jsonb   not null,
    version             bigint  not null,
    constraint member_key_unique unique (key)
);

create index member_department_idx on member (department_id, key);
create index member_name_idx on member (display_name, id);

create table team (
    id            uuid    primary key,
    key           text    not null,
    name          text    not null,
    department_id uuid    references department (id),
    lead_id       uuid    references member (id),
    time_zone     text    not null,
    agreement     text    not null,
    active        boolean not null,
    version       bigint  not null,
    constraint team_key_unique unique (key)
);

create index team_lead_idx on team (lead_id);

create table membership (
    team_id       uuid    not null references team (id),
    member_id     uuid    not null references member (id),
    share_percent integer not null check (share_percent between 1 and 100),
    from_day      date    not null,
    to_day        date    check (to_day >= from_day),
    primary key (team_id, member_id)
);

create index membership_member_idx on membership (member_id);
