-- What is in the way of an assignment, as news of its member tells; few are.
alter table assignment
    add column conflicts     jsonb,
    add column at_risk_until text;

create index assignment_at_risk_team_idx on assignment (team_id, id) where at_risk_until is not null;
create index assignment_at_risk_member_idx on assignment (member_id) where at_risk_until is not null;
