-- Whether somebody new can be connected in an area; who asks from elsewhere is told apart, not turned away.
alter table areas add column connections text collate "C" not null default 'open'
  constraint areas_connections_check check (connections in ('open', 'planned', 'closed'));

create index signup_requests_by_area on signup_requests (area_id) where state = 'new' and area_id is not null;
