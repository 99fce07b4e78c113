-- Few weeks are overloaded; the metric that counts them must not read all.
create index member_week_overloaded_idx on member_week (week) where load_minutes > capacity_minutes;
