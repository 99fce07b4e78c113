-- How far the search for a plan is; nobody's version rises with it.
alter table plan add column progress jsonb;
