-- Browsers that were signed in to the pages by a one-time address. The key is the hash of the cookie's value; a ticket opens
-- one session, whatever comes at once. A session that has ended stays for a while, so that its ticket stays used.
create table page_session (
    id         text        primary key,
    ticket     text        not null,
    claims     jsonb       not null,
    expires_at timestamptz not null,
    constraint page_session_ticket_unique unique (ticket)
);

create index page_session_expires_at_idx on page_session (expires_at);
