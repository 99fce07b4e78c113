create table skill (
    id         uuid    primary key,
    key        text    not null,
    name_en    text    not null,
    name_zh_tw text,
    name_zh_cn text,
    field      text    not null,
    esco_uri   text,
    active     boolean not null,
    version    bigint  not null,
    constraint skill_key_unique unique (key)
);

create index skill_field_idx on skill (field, key);
