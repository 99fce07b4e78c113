-- What each level of proficiency looks like in the field, from level 1 to 5.
alter table field add level_examples jsonb;

update field f
set level_examples = to_jsonb(e.examples)
from (values
    ('market-research', array[
        'Collects figures from given sources into a prepared table.',
        'Runs a given questionnaire and reports the answers.',
        'Plans and evaluates a survey or competitor analysis alone.',
        'Combines methods for an open question and defends the result before management.',
        'Sets the company''s research methods and is asked for advice by other companies.']),
    ('brand', array[
        'Uses logo, colours and tone by the guideline.',
        'Adapts existing designs and messages to a new format.',
        'Develops the look and message of a campaign within the brand.',
        'Positions a product and writes the guideline for it.',
        'Builds or renews the brand of a company.']),
    ('content', array[
        'Writes short posts from a brief, edited by others.',
        'Writes articles from a brief that need few corrections.',
        'Researches and writes publishable articles alone.',
        'Plans a series over several channels and edits the texts of others.',
        'Sets tone and content strategy of the company.']),
    ('digital', array[
        'Publishes prepared content in the tools.',
        'Runs a given campaign and reads its figures.',
        'Sets up, measures and improves a campaign alone.',
        'Plans budget and channels of several campaigns by their figures.',
        'Sets the digital strategy and introduces new channels.']),
    ('events', array[
        'Helps on the day by a given list.',
        'Organises one part, such as the invitations.',
        'Organises a small event alone.',
        'Leads an event with several partners and its budget.',
        'Builds up the event programme of the company.']),
    ('communication', array[
        'Keeps lists of contacts and collects press reviews.',
        'Drafts press releases from a template.',
        'Writes press releases and answers journalists alone.',
        'Plans the communication of a launch and speaks for it.',
        'Leads the company through a crisis in public.']),
    ('product', array[
        'Describes a product by its data sheet.',
        'Compares a product with given competitors.',
        'Finds out what customers need and writes the product''s message.',
        'Plans price, launch and life of a product with the developers.',
        'Shapes the range of products of the company.']),
    ('sales', array[
        'Answers simple enquiries with prepared texts.',
        'Presents a product to a customer with support.',
        'Wins ordinary customers alone.',
        'Negotiates large contracts and trains others.',
        'Opens up new markets and sets the sales strategy.']),
    ('support', array[
        'Answers frequent questions from the handbook.',
        'Solves common problems with some help.',
        'Solves difficult problems of customers alone.',
        'Finds causes over many cases and changes the process.',
        'Sets how the company serves its customers.'])
) e (key, examples)
where f.key = e.key;

-- When which level was set by whom, and why; kept when the level changes, moved when the skill is merged.
create table skill_fact (
    id           uuid        primary key,
    member_id    uuid        not null references member (id),
    skill_id     uuid        not null references skill (id),
    merged_from  uuid,
    level        integer     check (level between 1 and 5),
    confirmed_by text,
    at           timestamptz not null,
    evidence     text,
    current      boolean     not null
);

create index skill_fact_member_idx on skill_fact (member_id, at desc, id);
create index skill_fact_skill_idx on skill_fact (skill_id);
create unique index skill_fact_current_unique on skill_fact (member_id, skill_id) where current;

insert into skill_fact (id, member_id, skill_id, level, at, current)
select gen_random_uuid(), m.id, (held ->> 'skillId')::uuid, (held ->> 'level')::integer, now(), true
from member m
cross join lateral jsonb_array_elements(m.skills) held;

create table level_proposal (
    id          uuid        primary key,
    member_id   uuid        not null references member (id),
    skill_id    uuid        not null references skill (id),
    level       integer     not null check (level between 1 and 5),
    evidence    text,
    status      text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    reason      text,
    version     bigint      not null
);

create index level_proposal_member_idx on level_proposal (member_id, proposed_at desc, id);
create index level_proposal_skill_idx on level_proposal (skill_id);
create unique index level_proposal_open_unique on level_proposal (member_id, skill_id) where status = 'PROPOSED';
