create table review (
    id           uuid        primary key,
    team_id      uuid        not null,
    from_week    text        not null,
    to_week      text        not null,
    status       text        not null,
    metrics      jsonb       not null,
    findings     jsonb       not null,
    effects      jsonb       not null,
    opened_by    text        not null,
    opened_at    timestamptz not null,
    completed_at timestamptz,
    version      bigint      not null,
    constraint review_period_unique unique (team_id, from_week, to_week)
);

create index review_opened_at_idx on review (opened_at, id);

create table adjustment (
    id              uuid        primary key,
    review_id       uuid        not null references review (id),
    team_id         uuid        not null,
    kind            text        not null,
    text            text        not null,
    expected_effect text        not null,
    finding_ids     text[]      not null,
    indicators      jsonb       not null,
    replan          jsonb       not null,
    status          text        not null,
    accept_key      text,       -- caller and Idempotency-Key of the request that accepted
    plan_id         uuid,
    decided_by      text,
    decided_at      timestamptz,
    reason          text,
    version         bigint      not null
);

create index adjustment_review_id_idx on adjustment (review_id);
create index adjustment_team_id_idx on adjustment (team_id, decided_at);
