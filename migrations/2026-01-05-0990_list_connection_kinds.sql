-- The list of clients can be narrowed to one kind of connection. Nearly every line is a PPPoE one, so only the others have an index;
-- a list of PPPoE lines is any list with a few rows passed over.
create or replace view client_list_source as
  select c.id as client_id, coalesce(s.id, 0) as subscription_id, c.code, (lower(c.name) collate "C") as sort_name, c.joined_on,
    c.branch_id, c.area_id, c.reseller_id, (coalesce(s.state, 'none') collate "C") as state, s.package_id, s.router_id,
    min(s.expires_on) over (partition by c.id) as expires_on,
    c.is_vip, c.is_whitelisted, c.deleted_at is not null as is_deleted, c.tags, (s.connection_kind collate "C") as connection_kind
  from clients c
  left join lateral (
    select l.id, l.state, l.package_id, l.router_id, case when l.billing_mode = 'prepaid' and l.state <> 'left' then l.expires_on end as expires_on,
      l.connection_kind
    from subscriptions l
    where l.client_id = c.id
      and (l.state <> 'left' or not exists (select 1 from subscriptions o where o.client_id = c.id and o.state <> 'left'))
  ) s on true;

-- A constant default writes no row; only the lines that differ from it are written.
alter table client_list add column connection_kind text collate "C" default 'pppoe';
alter table client_list alter column connection_kind drop default;
update client_list set connection_kind = null where subscription_id = 0;
update client_list l set connection_kind = s.connection_kind from subscriptions s where s.id = l.subscription_id and s.connection_kind <> 'pppoe';

create index client_list_kind on client_list (connection_kind, client_id)
  include (code, sort_name, joined_on, expires_on, state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags)
  where connection_kind <> 'pppoe';

create or replace function refresh_client_list(ids bigint[]) returns void language plpgsql as $$
begin
  perform 1 from client_list where client_id = any (ids) order by client_id, subscription_id for update;
  delete from client_list l where l.client_id = any (ids)
    and not exists (select 1 from client_list_source w where w.client_id = l.client_id and w.subscription_id = l.subscription_id);
  insert into client_list select * from client_list_source where client_id = any (ids)
  on conflict (client_id, subscription_id) do update set
    code = excluded.code, sort_name = excluded.sort_name, joined_on = excluded.joined_on, branch_id = excluded.branch_id, area_id = excluded.area_id,
    reseller_id = excluded.reseller_id, state = excluded.state, package_id = excluded.package_id, router_id = excluded.router_id,
    expires_on = excluded.expires_on, is_vip = excluded.is_vip, is_whitelisted = excluded.is_whitelisted, is_deleted = excluded.is_deleted,
    tags = excluded.tags, connection_kind = excluded.connection_kind
  where client_list.* is distinct from excluded.*;
end $$;

create or replace function list_new_clients() returns trigger language plpgsql as $$
begin
  insert into client_list (client_id, subscription_id, code, sort_name, joined_on, branch_id, area_id, reseller_id, state, is_vip, is_whitelisted, is_deleted, tags)
  select id, 0, code, lower(name), joined_on, branch_id, area_id, reseller_id, 'none', is_vip, is_whitelisted, deleted_at is not null, tags from new_rows;
  return null;
end $$;

create or replace function list_changed_lines() returns trigger language plpgsql as $$
declare ids bigint[];
begin
  select array_agg(distinct n.client_id) into ids from new_rows n join old_rows o on o.id = n.id
    where (n.client_id, n.state, n.package_id, n.router_id, n.expires_on, n.billing_mode, n.connection_kind)
      is distinct from (o.client_id, o.state, o.package_id, o.router_id, o.expires_on, o.billing_mode, o.connection_kind);
  if ids is not null then perform refresh_client_list(ids); end if;
  return null;
end $$;
