alter table department add parent_id uuid references department (id);

create index department_parent_idx on department (parent_id, key);
