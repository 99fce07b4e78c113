-- Of several skills with one address the first keeps it.
update skill s set esco_uri = null
where s.merged_into is null
  and exists (select 1 from skill other
              where other.esco_uri = s.esco_uri and other.merged_into is null and other.id < s.id);

-- A merged skill keeps its own: an import finds what it stands for.
create unique index skill_esco_uri_unique on skill (esco_uri) where merged_into is null;
create index skill_esco_uri_idx on skill (esco_uri);
