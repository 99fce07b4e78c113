alter table task
    add column campaign  text,
    add column labels    varchar(40)[] not null default '{}',
    add column links     jsonb not null default '[]',
    add column checklist jsonb not null default '[]';

create index task_labels_idx on task using gin (labels);
create index task_campaign_idx on task (campaign, due_date, id) where campaign is not null;

-- The words of a text: those of letters and digits as they are; of Chinese, Japanese and Korean, which put no blanks
-- between words, each two characters that stand together. Its last character alone is a word of what is searched, so that
-- one character finds it, and of what is asked for only when there is no other. Wide and narrow, large and small letters
-- are the same by Unicode, whatever the database's locale is; from ª on are the letters of the other scripts.
create function search_words(content text, asked boolean) returns setof text
    language sql immutable parallel safe as $$
    select distinct case when run[1] is null then left(run[2], 60) else substr(run[1], at, 2) end
      from regexp_matches(lower(normalize(content, nfkc) collate "pg_c_utf8"),
          '([⺀-鿿가-힯豈-﫿𠀀-𳎯]+)|([0-9a-zª-῿]+)', 'g') run,
          generate_series(1, case
              when run[1] is null then 1
              when asked then greatest(length(run[1]) - 1, 1)
              else length(run[1]) end) at
$$;

create function search_vector(key text, title text, description text, labels varchar[]) returns tsvector
    language sql immutable parallel safe as $$
    select array_to_tsvector(array(select word from search_words(
        concat_ws(' ', key, title, description, array_to_string(labels, ' ')), false) word))
$$;

-- All words of what is asked for, each as the beginning of one.
create function search_query(asked text) returns tsquery
    language sql immutable parallel safe as $$
    select coalesce(string_agg(quote_literal(word) || ':*', ' & '), '')::tsquery from search_words(asked, true) word
$$;

alter table task add column search tsvector not null generated always as
    (search_vector(key, title, description, labels)) stored;

create index task_search_idx on task using gin (search);
