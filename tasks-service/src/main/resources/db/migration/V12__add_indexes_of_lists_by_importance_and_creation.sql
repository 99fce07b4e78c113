-- Lists of all teams whose filter most tasks pass: one walks the order until the page is full.
create index task_importance_idx on task (importance desc, id);
create index task_created_at_idx on task (created_at, id);
