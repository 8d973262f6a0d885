-- A plan kept from when a table was small would read all of it for each session of a look, so it is made for each batch; and who opens is looked up by login.
alter function refresh_polled_sessions(bigint, timestamptz, jsonb) set enable_seqscan = off set plan_cache_mode = force_custom_plan;

--- Opens what nobody knows of the places given: no session of that login is on the router, none under its name ended lately. Answers their places.
create or replace function open_polled_sessions(of_router bigint, at timestamptz, seen jsonb, places bigint[]) returns bigint[] language plpgsql set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare done bigint[];
begin
  -- The locks of report_ppp_session, all of them before the look, in one order.
  perform pg_advisory_xact_lock(hashtext('ppp_sessions'), k.lock) from (
    select distinct (of_router * 128 + (hashtext(x.session_id || ' ' || x.login) & 127))::int as lock from polled_sessions(seen, at) x join unnest(places) w (n) on w.n = x.n order by 1) k;
  with x as materialized (
    select s.*, count(*) over (partition by s.login) as of_login from polled_sessions(seen, at) s
  ), fresh as materialized (
    select x.*, line_of_login(x.login) as line from x join unnest(places) w (n) on w.n = x.n
     where x.of_login = 1
       -- By the index of logins: that of the key would be read for all of the router.
       and not exists (select from ppp_sessions p where p.login = x.login and p.router_id + 0 = of_router)
       and not exists (select from ppp_sessions_closed p where p.login = x.login and p.acct_session_id = x.session_id and p.router_id = of_router and p.ended_at > at - interval '7 days')
  ), used as (
    insert into usage_hours as u (subscription_id, hour, upload_bytes, download_bytes)
    select f.line, h.hour, sum(h.upload_bytes), sum(h.download_bytes)
      from fresh f, usage_by_hour(f.began, at, greatest(coalesce(f.upload_bytes, 0), 0), greatest(coalesce(f.download_bytes, 0), 0)) h
     where f.line is not null and (f.upload_bytes > 0 or f.download_bytes > 0)
     group by 1, 2 order by 1, 2
    on conflict (subscription_id, hour) do update
      set upload_bytes = u.upload_bytes + excluded.upload_bytes, download_bytes = u.download_bytes + excluded.download_bytes
  ), opened as (
    insert into ppp_sessions (router_id, subscription_id, started_at, updated_at, upload_bytes, download_bytes, source, login, acct_session_id, address, ipv6_prefix, caller_id, nas_port, service)
    select of_router, f.line, f.began, at, coalesce(f.upload_bytes, 0), coalesce(f.download_bytes, 0), 'poll', f.login, f.session_id, f.address, f.ipv6_prefix, f.caller_id, f.port, f.service
      from fresh f order by f.n
    returning login, acct_session_id
  )
  select coalesce(array_agg(f.n), '{}') into done from opened o join fresh f on f.login = o.login and f.session_id = o.acct_session_id;
  return done;
end $$;

create or replace function poll_ppp_sessions(of_router bigint, at timestamptz, seen jsonb, is_complete boolean, out opened int, out refreshed int, out closed int) language plpgsql as $$
declare
  done bigint[] := refresh_polled_sessions(of_router, at, seen);
  places bigint[];
  made bigint[];
  said text;
  x record;
begin
  refreshed := cardinality(done);
  opened := 0;
  select coalesce(array_agg(n), '{}') into places from (select generate_series(1, jsonb_array_length(seen))::bigint as n except select unnest(done)) left_over;
  if cardinality(places) > 0 then
    made := open_polled_sessions(of_router, at, seen, places);
    opened := cardinality(made);
    for x in select r.* from polled_sessions(seen, at) r join (select unnest(places) as n except select unnest(made)) w on w.n = r.n order by r.login, r.session_id loop
      said := report_ppp_session('interim', of_router, 'poll', x.login, x.session_id, at, x.seconds, x.address, x.ipv6_prefix, x.caller_id, x.port, x.service, null,
        x.upload_bytes, x.download_bytes, '');
      opened := opened + (said in ('opened', 'reopened'))::int;
      refreshed := refreshed + (said = 'refreshed')::int;
    end loop;
  end if;
  with gone as (delete from ppp_sessions p where is_complete and p.router_id = of_router and p.source = 'poll' and p.updated_at < at returning p.*), kept as (
    insert into ppp_sessions_closed (id, router_id, subscription_id, started_at, ended_at, upload_bytes, download_bytes, source, login, acct_session_id,
      address, ipv6_prefix, caller_id, nas_port, service, policy, terminate_cause)
    select g.id, g.router_id, g.subscription_id, g.started_at, greatest(g.updated_at, g.started_at), g.upload_bytes, g.download_bytes, g.source, g.login, g.acct_session_id,
      g.address, g.ipv6_prefix, g.caller_id, g.nas_port, g.service, g.policy, 'gone' from gone g returning 1)
  select count(*) into closed from kept;
end $$;
