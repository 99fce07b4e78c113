create table briefing_reminder (
    member_id  uuid        primary key,
    told_until timestamptz not null
);
