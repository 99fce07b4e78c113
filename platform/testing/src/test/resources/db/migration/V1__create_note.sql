create table note (
    id      uuid    primary key,
    key     text    not null,
    stars   integer not null,
    version bigint  not null,
    constraint note_key_unique unique (key)
);

create table note_copy (
    id      uuid    primary key,
    stars   integer not null,
    effects integer not null
);
