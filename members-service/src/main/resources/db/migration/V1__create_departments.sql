create table department (
    id          uuid   primary key,
    key         text   not null,
    name        text   not null,
    lead_id     uuid,
    contact_ids uuid[] not null default '{}',
    version     bigint not null,
    constraint department_key_unique unique (key)
);
