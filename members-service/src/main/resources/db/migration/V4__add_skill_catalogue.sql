create table field (
    key        text   primary key,
    name_en    text   not null,
    name_zh_tw text,
    name_zh_cn text,
    version    bigint not null
);

insert into field (key, name_en, name_zh_tw, name_zh_cn, version) values
    ('market-research', 'Market research', '市場調查', '市场调研', 1),
    ('brand', 'Brand planning', '品牌規劃', '品牌策划', 1),
    ('content', 'Content', '內容創作', '内容创作', 1),
    ('digital', 'Digital marketing', '數位行銷', '数字营销', 1),
    ('events', 'Events', '活動企劃', '活动策划', 1),
    ('communication', 'Communication', '公關傳播', '公关传播', 1),
    ('product', 'Product', '產品', '产品', 1),
    ('sales', 'Sales', '銷售', '销售', 1),
    ('support', 'Customer support', '客戶支援', '客户支持', 1);

insert into field (key, name_en, version)
select distinct field, field, 1 from skill
on conflict do nothing;

alter table skill
    add parent_id       uuid  references skill (id),
    add merged_into     uuid  references skill (id),
    add aliases         jsonb not null default '{}',
    add external_source text,
    add external_id     text,
    add constraint skill_field_known foreign key (field) references field (key),
    add constraint skill_external_id_unique unique (external_id, external_source),
    add constraint skill_external_id_whole check ((external_id is null) = (external_source is null));

create index skill_parent_idx on skill (parent_id, key);
create index skill_merged_into_idx on skill (merged_into);

-- A skill's names and aliases in lower case, from each word and each ideograph on: whoever begins like the search is
-- found. By bytes, so that a range of the index is what begins alike, in any language of the database.
create table skill_term (
    skill_id uuid not null references skill (id),
    term     text collate "C" not null,
    primary key (term, skill_id)
);

create index skill_term_skill_idx on skill_term (skill_id);

insert into skill_term (skill_id, term)
select distinct s.id, substr(n.name, p)
from skill s
cross join lateral (values (lower(s.name_en)), (lower(s.name_zh_tw)), (lower(s.name_zh_cn))) n (name)
cross join lateral generate_series(1, length(n.name)) p
where p = 1 or substr(n.name, p - 1, 1) = ' ' or substr(n.name, p, 1) collate "C" >= '⺀' collate "C";

-- Who holds a skill or wishes for it.
create index member_skills_idx on member using gin (skills jsonb_path_ops);
create index member_interests_idx on member using gin (interests jsonb_path_ops);
