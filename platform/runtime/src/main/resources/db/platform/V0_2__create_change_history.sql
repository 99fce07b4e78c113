-- Who changed what of which thing, when and why. The latest row of a thing also has its whole state, against which the
-- next change is told.
create table change_history (
    id           uuid        primary key,
    aggregate_id uuid        not null,
    version      bigint      not null,
    action       text        not null,
    changed_at   timestamptz not null,
    actor        text,
    reason       text,
    changes      jsonb       not null,
    state        jsonb
);

create index change_history_aggregate_idx on change_history (aggregate_id, version desc, id);
create unique index change_history_state_idx on change_history (aggregate_id) where state is not null;
create index change_history_changed_at_idx on change_history (changed_at);
