-- Proposals beside a new plan: to give a role to somebody else, and to train somebody. What members can do, and what roles
-- ask for, stays unknown where it was told before until the facts are rebuilt.

alter table member_snapshot add skills jsonb not null default '[]';

alter table adjustment
    add move     jsonb,
    add training jsonb,
    add forecast jsonb; -- null until allocation-service has computed what the move would do

alter table review add training_effects jsonb; -- null in reviews that were made before

create index adjustment_unforecast_idx on adjustment (id) where move is not null and forecast is null;
