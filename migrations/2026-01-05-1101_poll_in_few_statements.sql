-- A look at a router of 20,000 sessions was 20,000 calls. What is plain - a session that goes on, and one that nobody knows - is now written by one
-- statement for each batch; what needs thought is still said of one by one, by report_ppp_session, whose rules stay the only ones.

--- What a line used between two instants by the hour (of UTC), spread evenly; the parts sum exactly. Never further back than 27 days, as count_usage.
create function usage_by_hour(since timestamptz, till timestamptz, up bigint, down bigint) returns table (hour timestamptz, upload_bytes bigint, download_bytes bigint)
language sql immutable as $$
  select p.hour, p.up_till - lag(p.up_till, 1, 0::bigint) over w, p.down_till - lag(p.down_till, 1, 0::bigint) over w
    from (select greatest(since, till - interval '27 days') as from_at) f,
      lateral (
        select h.hour, floor(up * q.share)::bigint as up_till, floor(down * q.share)::bigint as down_till
          from generate_series(date_trunc('hour', f.from_at, 'UTC'), date_trunc('hour', till, 'UTC'), interval '1 hour') as h (hour),
            lateral (select case when till > f.from_at then extract(epoch from least(h.hour + interval '1 hour', till) - f.from_at) / extract(epoch from till - f.from_at) else 1 end as share) q
      ) p
  window w as (order by p.hour)
$$;

create or replace function count_usage(line bigint, since timestamptz, till timestamptz, up bigint, down bigint) returns void language plpgsql as $$
declare
  last_hour timestamptz := date_trunc('hour', till, 'UTC');
begin
  up := coalesce(up, 0);
  down := coalesce(down, 0);
  if line is null or (up <= 0 and down <= 0) then
    return;
  end if;
  if since >= last_hour then
    insert into usage_hours as u (subscription_id, hour, upload_bytes, download_bytes) values (line, last_hour, up, down)
    on conflict (subscription_id, hour) do update
      set upload_bytes = u.upload_bytes + excluded.upload_bytes, download_bytes = u.download_bytes + excluded.download_bytes;
    return;
  end if;
  insert into usage_hours as u (subscription_id, hour, upload_bytes, download_bytes)
  select line, h.hour, h.upload_bytes, h.download_bytes from usage_by_hour(since, till, up, down) h
  on conflict (subscription_id, hour) do update
    set upload_bytes = u.upload_bytes + excluded.upload_bytes, download_bytes = u.download_bytes + excluded.download_bytes;
end $$;

--- What was seen, each with its place in the array and the instant at which it began.
create function polled_sessions(seen jsonb, at timestamptz) returns table (n bigint, login text, session_id text, seconds bigint, began timestamptz, address inet, ipv6_prefix cidr,
  caller_id text, port text, service text, upload_bytes bigint, download_bytes bigint)
language sql immutable rows 1000 as $$
  select e.n, r.login, r.session_id, r.seconds, at - make_interval(secs => greatest(coalesce(r.seconds, 0), 0)), r.address, r.ipv6_prefix, coalesce(r.caller_id, ''),
    coalesce(r.port, ''), coalesce(r.service, ''), r.upload_bytes, r.download_bytes
  from jsonb_array_elements(seen) with ordinality as e (said, n), jsonb_to_record(e.said) as r (login text, session_id text, seconds bigint, address inet, ipv6_prefix cidr,
    caller_id text, port text, service text, upload_bytes bigint, download_bytes bigint)
$$;

--- Refreshes the sessions of a look that go on as they were; answers their places.
create function refresh_polled_sessions(of_router bigint, at timestamptz, seen jsonb) returns bigint[] language plpgsql as $$
declare done bigint[];
begin
  -- In one order, so that two looks at once wait for each other; what is read afterwards is as the locks left it.
  perform 1 from polled_sessions(seen, at) x join ppp_sessions p on p.router_id = of_router and p.acct_session_id = x.session_id and p.login = x.login order by p.id for update of p;
  with x as materialized (
    select distinct on (login, session_id) * from polled_sessions(seen, at) order by login, session_id, n
  ), going as materialized (
    select x.*, p.id, p.updated_at as heard_at, coalesce(p.subscription_id, line_of_login(x.login)) as line, p.upload_bytes as up_before, p.download_bytes as down_before
      from x join ppp_sessions p on p.router_id = of_router and p.acct_session_id = x.session_id and p.login = x.login
     where x.seconds is null or not (x.began > p.started_at + interval '5 minutes' and x.began >= p.updated_at - interval '1 minute')
  ), used as (
    insert into usage_hours as u (subscription_id, hour, upload_bytes, download_bytes)
    select g.line, h.hour, sum(h.upload_bytes), sum(h.download_bytes)
      from going g, usage_by_hour(least(g.heard_at, at), greatest(g.heard_at, at), greatest(coalesce(g.upload_bytes - g.up_before, 0), 0),
        greatest(coalesce(g.download_bytes - g.down_before, 0), 0)) h
     where g.line is not null and (g.upload_bytes > g.up_before or g.download_bytes > g.down_before)
     group by 1, 2 order by 1, 2
    on conflict (subscription_id, hour) do update
      set upload_bytes = u.upload_bytes + excluded.upload_bytes, download_bytes = u.download_bytes + excluded.download_bytes
  ), refreshed as (
    update ppp_sessions p set subscription_id = g.line,
      started_at = least(p.started_at, case when g.seconds is not null then g.began else p.started_at end),
      updated_at = greatest(p.updated_at, at),
      upload_bytes = greatest(p.upload_bytes, g.upload_bytes), download_bytes = greatest(p.download_bytes, g.download_bytes),
      address = case when at >= p.updated_at or p.address is null then coalesce(g.address, p.address) else p.address end,
      ipv6_prefix = case when at >= p.updated_at or p.ipv6_prefix is null then coalesce(g.ipv6_prefix, p.ipv6_prefix) else p.ipv6_prefix end,
      caller_id = coalesce(nullif(p.caller_id, ''), g.caller_id), nas_port = coalesce(nullif(p.nas_port, ''), g.port), service = coalesce(nullif(p.service, ''), g.service)
    from going g where p.id = g.id returning g.n
  )
  select coalesce(array_agg(n), '{}') into done from refreshed;
  return done;
end $$;

--- Opens what nobody knows of the places given: no session goes on or ended lately under its name, and its box has no other. Answers their places.
create function open_polled_sessions(of_router bigint, at timestamptz, seen jsonb, places bigint[]) returns bigint[] language plpgsql as $$
declare done bigint[];
begin
  -- The locks of report_ppp_session, all of them before the look, in one order.
  perform pg_advisory_xact_lock(hashtext('ppp_sessions'), k.lock) from (
    select distinct (of_router * 128 + (hashtext(x.session_id || ' ' || x.login) & 127))::int as lock from polled_sessions(seen, at) x where x.n = any(places) order by 1) k;
  with x as materialized (
    select s.*, count(*) over (partition by s.login) as of_login from polled_sessions(seen, at) s
  ), fresh as materialized (
    select x.*, line_of_login(x.login) as line from x
     where x.n = any(places) and x.of_login = 1
       and not exists (select from ppp_sessions p where p.login = x.login and p.router_id = of_router and (p.acct_session_id = x.session_id or p.caller_id = x.caller_id))
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
  select coalesce(array_agg(n), '{}') into places from generate_series(1, jsonb_array_length(seen)) n where n <> all (done);
  if cardinality(places) > 0 then
    made := open_polled_sessions(of_router, at, seen, places);
    opened := cardinality(made);
    for x in select * from polled_sessions(seen, at) r where r.n = any(places) and r.n <> all (made) order by r.login, r.session_id loop
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
