-- Derived state of a line, the client list's projection, and columns the client modules need.

-- Two versions may start on one day: the later one corrects the earlier, which nothing else can do because versions never change.
alter table package_versions drop constraint package_versions_package_id_starts_on_key;
create index package_versions_current on package_versions (package_id, starts_on desc, version_no desc);

alter table clients add column vip_until date, add column vip_reason text not null default '';
create index clients_district on clients (district, upazila) where district <> '';

alter table subscriptions add column custom jsonb not null default '{}';
-- Which lines get new terms on a day.
create index subscription_terms_starting on subscription_terms (starts_on);

-- Who asked, so that one address cannot fill the desk with requests.
alter table signup_requests add column ip inet, add column locale text not null default 'en' check (locale in ('en', 'bn'));
create index signup_requests_ip on signup_requests (ip, created_at) where ip is not null;
create index signup_requests_phone on signup_requests (phone) where state = 'new';

-- Every tag in use, for suggestions; clients.tags holds the names.
create table client_tags (
  name text collate "C" primary key check (length(name) between 1 and 40),
  created_at timestamptz not null default now()
);

-- The state of a line from its facts. Twin of subscriptionState in server/modules/access/access.ts; a test holds them equal.
-- Cover that ends is the reason "expired". It wins over suspended: a lapsed line is renewed first, and then any other reason shows.
create function subscription_state(left_on date, activated_on date, reasons text[]) returns text
  language sql immutable parallel safe
  return case
    when left_on is not null or 'left' = any (reasons) then 'left'
    when activated_on is null then 'pending'
    when 'expired' = any (reasons) then 'expired'
    when cardinality(reasons) > 0 then 'suspended'
    else 'active' end;

-- Twin of serviceOn in server/modules/access/access.ts.
create function service_on(state text, reasons text[]) returns boolean
  language sql immutable parallel safe
  return state not in ('pending', 'left') and cardinality(reasons) = 0;

-- What a device should be told, as one value: equal hashes mean there is nothing to do.
create function access_hash(desired_on boolean, profile text, static_ip inet) returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(case when desired_on then 'on' else 'off' end || '|' || profile || '|' || coalesce(host(static_ip), ''), 'UTF8'));

-- The client list as one narrow table: every filter and sort key of a client and one of his lines in a row, so that any filter with
-- any sort is one walk over one index. A projection of clients and subscriptions, kept by triggers; doctor compares it with the view.
-- A client with live lines has a row for each of them; else one for each line he left; else one row with subscription_id 0.
create view client_list_source as
  select c.id as client_id, coalesce(s.id, 0) as subscription_id, c.code, (lower(c.name) collate "C") as sort_name, c.joined_on,
    c.branch_id, c.area_id, c.reseller_id, (coalesce(s.state, 'none') collate "C") as state, s.package_id, s.router_id,
    min(s.expires_on) over (partition by c.id) as expires_on,
    c.is_vip, c.is_whitelisted, c.deleted_at is not null as is_deleted, c.tags
  from clients c
  left join lateral (
    select l.id, l.state, l.package_id, l.router_id, case when l.billing_mode = 'prepaid' and l.state <> 'left' then l.expires_on end as expires_on
    from subscriptions l
    where l.client_id = c.id
      and (l.state <> 'left' or not exists (select 1 from subscriptions o where o.client_id = c.id and o.state <> 'left'))
  ) s on true;

create table client_list (
  client_id bigint not null,
  subscription_id bigint not null,
  code text collate "C" not null,
  sort_name text collate "C" not null,
  joined_on date not null,
  branch_id bigint not null,
  area_id bigint,
  reseller_id bigint,
  state text collate "C" not null,
  package_id bigint,
  router_id bigint,
  -- The earliest end of cover of the client's prepaid lines.
  expires_on date,
  is_vip boolean not null,
  is_whitelisted boolean not null,
  is_deleted boolean not null,
  tags text[] not null,
  primary key (client_id, subscription_id)
);
insert into client_list select * from client_list_source;

-- One index for each sort; the filters ride along, so that a page is read from the index alone.
create index client_list_by_id on client_list (client_id)
  include (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
create index client_list_by_code on client_list (code, client_id)
  include (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
create index client_list_by_name on client_list (sort_name, client_id)
  include (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
create index client_list_by_joined on client_list (joined_on, client_id)
  include (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, expires_on, tags);
create index client_list_by_expiry on client_list (expires_on, client_id)
  include (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, tags)
  where expires_on is not null;
-- Codes often begin with the branch, so a branch is read from an index of its own and never by walking the whole list.
create index client_list_branch_code on client_list (branch_id, code, client_id)
  include (state, package_id, router_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
create index client_list_branch_name on client_list (branch_id, sort_name, client_id)
  include (state, package_id, router_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
create index client_list_branch on client_list (branch_id, client_id);
-- For filters so narrow that all matches are read and then sorted; the sort keys ride along.
create index client_list_area on client_list (area_id, client_id)
  include (code, sort_name, joined_on, expires_on, state, package_id, router_id, branch_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags)
  where area_id is not null;
create index client_list_reseller on client_list (reseller_id, client_id)
  include (code, sort_name, joined_on, expires_on, state, package_id, router_id, branch_id, area_id, is_vip, is_whitelisted, is_deleted, tags)
  where reseller_id is not null;
create index client_list_package on client_list (package_id, client_id)
  include (code, sort_name, joined_on, expires_on, state, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags);
create index client_list_router on client_list (router_id, client_id)
  include (code, sort_name, joined_on, expires_on, state, package_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags);
create index client_list_state on client_list (state, client_id)
  include (code, sort_name, joined_on, expires_on, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags)
  where state <> 'active';
create index client_list_vip on client_list (client_id) where is_vip;
create index client_list_whitelisted on client_list (client_id) where is_whitelisted;
create index client_list_deleted on client_list (client_id) where is_deleted;
create index client_list_tags on client_list using gin (tags);
-- The list of debtors by amount. Nobody without a debt is in it.
create index client_balances_owing on client_balances (receivable_minor, client_id) where receivable_minor > 0;

-- The row locks come first and in id order, so that two changes of one client's lines see each other.
create function refresh_client_list(ids bigint[]) returns void language plpgsql as $$
begin
  perform 1 from client_list where client_id = any (ids) order by client_id, subscription_id for update;
  delete from client_list l where l.client_id = any (ids)
    and not exists (select 1 from client_list_source w where w.client_id = l.client_id and w.subscription_id = l.subscription_id);
  insert into client_list select * from client_list_source where client_id = any (ids)
  on conflict (client_id, subscription_id) do update set
    code = excluded.code, sort_name = excluded.sort_name, joined_on = excluded.joined_on, branch_id = excluded.branch_id, area_id = excluded.area_id,
    reseller_id = excluded.reseller_id, state = excluded.state, package_id = excluded.package_id, router_id = excluded.router_id,
    expires_on = excluded.expires_on, is_vip = excluded.is_vip, is_whitelisted = excluded.is_whitelisted, is_deleted = excluded.is_deleted,
    tags = excluded.tags
  where client_list.* is distinct from excluded.*;
end $$;

create function list_new_clients() returns trigger language plpgsql as $$
begin
  insert into client_list select id, 0, code, lower(name), joined_on, branch_id, area_id, reseller_id, 'none', null, null, null,
    is_vip, is_whitelisted, deleted_at is not null, tags from new_rows;
  return null;
end $$;
create trigger clients_listed after insert on clients referencing new table as new_rows for each statement execute function list_new_clients();

create function list_changed_clients() returns trigger language plpgsql as $$
declare ids bigint[];
begin
  select array_agg(n.id) into ids from new_rows n join old_rows o on o.id = n.id
    where (n.code, n.name, n.joined_on, n.branch_id, n.area_id, n.reseller_id, n.is_vip, n.is_whitelisted, n.deleted_at is null, n.tags)
      is distinct from (o.code, o.name, o.joined_on, o.branch_id, o.area_id, o.reseller_id, o.is_vip, o.is_whitelisted, o.deleted_at is null, o.tags);
  if ids is not null then perform refresh_client_list(ids); end if;
  return null;
end $$;
create trigger clients_relisted after update on clients referencing new table as new_rows old table as old_rows
  for each statement execute function list_changed_clients();

create function list_removed_clients() returns trigger language plpgsql as $$
begin
  delete from client_list l using old_rows o where l.client_id = o.id;
  return null;
end $$;
create trigger clients_unlisted after delete on clients referencing old table as old_rows for each statement execute function list_removed_clients();

create function list_new_lines() returns trigger language plpgsql as $$
declare ids bigint[];
begin
  select array_agg(distinct client_id) into ids from new_rows;
  if ids is not null then perform refresh_client_list(ids); end if;
  return null;
end $$;
create trigger subscriptions_listed after insert on subscriptions referencing new table as new_rows for each statement execute function list_new_lines();

create function list_changed_lines() returns trigger language plpgsql as $$
declare ids bigint[];
begin
  select array_agg(distinct n.client_id) into ids from new_rows n join old_rows o on o.id = n.id
    where (n.client_id, n.state, n.package_id, n.router_id, n.expires_on, n.billing_mode)
      is distinct from (o.client_id, o.state, o.package_id, o.router_id, o.expires_on, o.billing_mode);
  if ids is not null then perform refresh_client_list(ids); end if;
  return null;
end $$;
create trigger subscriptions_relisted after update on subscriptions referencing new table as new_rows old table as old_rows
  for each statement execute function list_changed_lines();

create function list_removed_lines() returns trigger language plpgsql as $$
declare ids bigint[];
begin
  select array_agg(distinct client_id) into ids from old_rows;
  if ids is not null then perform refresh_client_list(ids); end if;
  return null;
end $$;
create trigger subscriptions_unlisted after delete on subscriptions referencing old table as old_rows for each statement execute function list_removed_lines();
