-- Tables that are taken in, and the answer to each row.
create table import_job (
    id           uuid        primary key,
    kind         text        not null,
    mode         text        not null,
    dry_run      boolean     not null,
    status       text        not null,
    importer     jsonb       not null, -- who asked, with what the token allowed
    subject      text        not null,
    items        integer     not null,
    items_done   integer     not null,
    total_rows   integer     not null,
    rows_done    integer     not null,
    created      integer     not null,
    updated      integer     not null,
    unchanged    integer     not null,
    refused      integer     not null,
    failure      text,
    lease        uuid,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    version      bigint      not null
);

create index import_job_requested_at_idx on import_job (requested_at);

create table import_row (
    id         bigint  primary key generated always as identity,
    import_id  uuid    not null references import_job (id) on delete cascade,
    row_number integer not null,
    item       integer not null, -- rows of one thing have one number
    item_key   text    not null,
    cells      jsonb,            -- until the import is over
    status     text,
    violations jsonb,
    constraint import_row_number_unique unique (import_id, row_number)
);

create index import_row_item_idx on import_row (import_id, item, row_number);
create index import_row_key_idx on import_row (import_id, item_key);
create index import_row_status_idx on import_row (import_id, status, row_number, id);

-- The queue of db-scheduler: each import is an instance of the task run-import.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time_idx on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on scheduled_tasks (last_heartbeat);
