create table occupation (
    id         uuid   primary key,
    key        text   not null,
    name_en    text   not null,
    name_zh_tw text,
    name_zh_cn text,
    esco_uri   text,
    version    bigint not null,
    constraint occupation_key_unique unique (key),
    constraint occupation_esco_uri_unique unique (esco_uri)
);

create index occupation_name_idx on occupation (name_en, id);

create table occupation_skill (
    occupation_id uuid    not null references occupation (id),
    skill_id      uuid    not null references skill (id),
    essential     boolean not null,
    primary key (occupation_id, skill_id)
);

create index occupation_skill_skill_idx on occupation_skill (skill_id);

alter table member add occupation_id uuid references occupation (id);

create index member_occupation_idx on member (occupation_id);
