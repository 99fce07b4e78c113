-- What people call members in tables; no foreign keys, events come in any order.
create table member_snapshot (
    id      uuid   primary key,
    key     text,             -- null once the member is erased
    version bigint not null
);

create index member_snapshot_key_idx on member_snapshot (key);
