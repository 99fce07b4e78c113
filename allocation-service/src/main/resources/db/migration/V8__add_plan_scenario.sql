-- A plan of kind SCENARIO supposes what is not so, and is never published.
alter table plan
    add column kind     text not null default 'PLAN',
    add column scenario jsonb;
