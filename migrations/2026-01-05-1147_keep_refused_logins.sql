-- Lines that may dial in and were refused by RADIUS all the same: what they dial with is another password than theirs.
create table radius_refusals (
  subscription_id bigint primary key constraint radius_refusals_subscription_id_fkey references subscriptions on delete cascade,
  router_id bigint not null constraint radius_refusals_router_id_fkey references routers on delete cascade,
  -- The first of those that came within an hour of one another, and the last, to the minute.
  began_at timestamptz not null,
  refused_at timestamptz not null
);
create index radius_refusals_router on radius_refusals (router_id);

-- Called by FreeRADIUS where a password did not fit. A box that dials every second writes once a minute.
create function radius_refused(router text, login_hex text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into radius_refusals as f (subscription_id, router_id, began_at, refused_at)
  select s.id, r.id, clock_timestamp(), clock_timestamp()
    from subscriptions s join access a on a.subscription_id = s.id join radius_credentials c on c.subscription_id = s.id
      join routers r on r.id = radius_router(router) and r.is_active
      cross join lateral radius_terms(false, a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool) t
   where lower(s.pppoe_login) = lower(radius_said(login_hex)) and s.pppoe_login is not null and s.state <> 'left' and s.connection_kind = 'pppoe' and t.may_dial
  on conflict (subscription_id) do update
     set router_id = excluded.router_id, refused_at = excluded.refused_at,
       began_at = case when f.refused_at < excluded.refused_at - interval '1 hour' then excluded.began_at else f.began_at end
   where f.refused_at < excluded.refused_at - interval '1 minute';
  return 1;
end
$$;
revoke execute on function radius_refused from public;
