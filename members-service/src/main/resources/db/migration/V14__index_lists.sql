-- Who has left, and which skills are no longer used, are few among many; lists sorted by name are read in their order.
create index member_active_idx on member (active, key);
create index skill_active_idx on skill (active, key);
create index skill_name_idx on skill (name_en, id);
