-- A word about a session is one statement where nothing is unusual: an interim writes its row and nothing else, no index of it changes, and what was
-- used is counted once in an hour of a session instead of at every word.

-- What a session by RADIUS has used in the hour of `updated_at` and has not given to usage_inbox yet: what is above the counted bytes, and its samples
-- ({second << 16 | seconds, up KiB, down KiB}, one after another; see traffic_inbox). Nothing of an earlier hour is ever left
-- there, and nothing at all of a session that is polled.
alter table ppp_sessions
  add column counted_upload_bytes bigint not null default 0,
  add column counted_download_bytes bigint not null default 0,
  add column samples int[] not null default '{}';
update ppp_sessions set counted_upload_bytes = upload_bytes, counted_download_bytes = download_bytes;
drop trigger ppp_sessions_sampled on ppp_sessions;
drop function sample_reported_traffic;
drop function put_traffic_sample;

-- Checks of a row are read and made ready anew by every statement that writes one; report_ppp_session lets none of this happen.
alter table ppp_sessions drop constraint ppp_sessions_upload_check, drop constraint ppp_sessions_download_check, drop constraint ppp_sessions_source_check;

-- A login is found by the same index.
alter table ppp_sessions drop constraint ppp_sessions_key, add constraint ppp_sessions_key unique (login, acct_session_id, router_id);
drop index ppp_sessions_login;
-- The condition of an index is made ready anew by every statement that adds to it. Who had a prefix is asked a few times a year.
drop index ppp_sessions_subscription, ppp_sessions_prefix;
create index ppp_sessions_subscription on ppp_sessions (subscription_id);

-- What was counted and is not yet in usage_hours and traffic_inbox; without an index to keep, emptied each minute.
create table usage_inbox (
  subscription_id bigint not null,
  hour timestamptz not null,
  upload_bytes bigint not null,
  download_bytes bigint not null,
  samples int[] not null
);

create function hour_of(at timestamptz) returns timestamptz language sql immutable as $$
  select date_bin('1 hour', at, timestamptz '2000-01-01 00:00:00+00')
$$;

-- What was moved between two words; nothing where that says nothing of a rate.
create function reported_sample(since timestamptz, till timestamptz, up bigint, down bigint) returns int[] language sql immutable as $$
  select case when till - since between interval '1 second' and interval '32767 seconds'
    then array[floor(extract(epoch from till - hour_of(till)))::int << 16 | floor(extract(epoch from till - since))::int, least(up >> 10, 2147483647)::int, least(down >> 10, 2147483647)::int]
    else '{}' end
$$;

-- Counts what a line used between two instants, as usage_by_hour spreads it.
create or replace function count_usage(line bigint, since timestamptz, till timestamptz, up bigint, down bigint) returns void language plpgsql as $$
begin
  up := coalesce(up, 0);
  down := coalesce(down, 0);
  if line is null or (up <= 0 and down <= 0) then
    return;
  end if;
  if since >= hour_of(till) then
    insert into usage_inbox (subscription_id, hour, upload_bytes, download_bytes, samples) values (line, hour_of(till), up, down, '{}');
    return;
  end if;
  insert into usage_inbox (subscription_id, hour, upload_bytes, download_bytes, samples)
  select line, h.hour, h.upload_bytes, h.download_bytes, '{}' from usage_by_hour(since, till, up, down) h;
end
$$;

-- Gives away what a session has not counted of its hour. Whoever keeps the session says in it that this was counted.
create function count_pending(s ppp_sessions) returns void language plpgsql as $$
begin
  if s.subscription_id is not null and (s.upload_bytes > s.counted_upload_bytes or s.download_bytes > s.counted_download_bytes or s.samples <> '{}') then
    insert into usage_inbox (subscription_id, hour, upload_bytes, download_bytes, samples)
    values (s.subscription_id, hour_of(s.updated_at), s.upload_bytes - s.counted_upload_bytes, s.download_bytes - s.counted_download_bytes, s.samples);
  end if;
end
$$;

-- What a line has used that is not yet in usage_hours, nor in traffic_inbox.
create function counted_lately(line bigint) returns table (hour timestamptz, upload_bytes bigint, download_bytes bigint, samples int[]) language sql stable as $$
  select i.hour, i.upload_bytes, i.download_bytes, i.samples from usage_inbox i where i.subscription_id = line
  union all
  select hour_of(p.updated_at), p.upload_bytes - p.counted_upload_bytes, p.download_bytes - p.counted_download_bytes, p.samples
    from ppp_sessions p where p.subscription_id = line
$$;

-- Moves at most so many rows of usage_inbox to where they are kept; answers how many. One statement, so that whoever reads sees each of them once.
create function fold_usage(most int) returns bigint language plpgsql as $$
declare
  folded bigint;
begin
  with taken as (
    delete from usage_inbox i where i.ctid = any(array(select ctid from usage_inbox limit most)) returning *
  ), kept as (
    insert into usage_hours as u (subscription_id, hour, upload_bytes, download_bytes)
    select t.subscription_id, t.hour, sum(t.upload_bytes)::bigint, sum(t.download_bytes)::bigint from taken t
     group by t.subscription_id, t.hour having sum(t.upload_bytes) > 0 or sum(t.download_bytes) > 0 order by t.subscription_id, t.hour
    on conflict (subscription_id, hour) do update
      set upload_bytes = u.upload_bytes + excluded.upload_bytes, download_bytes = u.download_bytes + excluded.download_bytes
  ), sampled as (
    insert into traffic_inbox (subscription_id, hour, second, seconds, up_kib, down_kib)
    select t.subscription_id, (extract(epoch from t.hour) / 3600)::int, t.samples[n] >> 16, t.samples[n] & 32767, t.samples[n + 1], t.samples[n + 2]
      from taken t cross join lateral generate_series(1, cardinality(t.samples), 3) n
  )
  select count(*) into folded from taken;
  return folded;
end
$$;

create or replace function close_ppp_session(s ppp_sessions, ended timestamptz, cause text) returns bigint language plpgsql as $$
begin
  insert into ppp_sessions_closed (id, router_id, subscription_id, started_at, ended_at, upload_bytes, download_bytes, source, login, acct_session_id,
    address, ipv6_prefix, caller_id, nas_port, service, policy, terminate_cause)
  values (s.id, s.router_id, s.subscription_id, s.started_at, greatest(ended, s.started_at), s.upload_bytes, s.download_bytes, s.source, s.login,
    s.acct_session_id, s.address, s.ipv6_prefix, s.caller_id, s.nas_port, s.service, s.policy, cause);
  perform count_pending(s);
  return s.id;
end
$$;

-- Whoever opens a session or looks for an ended one does so alone. A look at a router holds the locks of thousands, so those are few; who comes by
-- RADIUS waits for nobody else's commit. An expression, so that it is no statement of its own where it is called.
create function lock_ppp_session(of_router bigint, by_source text, of_login text, of_session text) returns text language sql volatile as $$
  select case when by_source = 'radius' then pg_advisory_xact_lock(hashtextextended(of_session || ' ' || of_login, of_router))::text
    else pg_advisory_xact_lock(hashtext('ppp_sessions'), (of_router * 128 + (hashtext(of_session || ' ' || of_login) & 127))::int)::text end
$$;

-- The same as before for looks at a router, whose sessions have counted all they used; one that RADIUS reports is left to report_ppp_session.
--- Refreshes the polled sessions of a look that go on as they were; answers their places.
create or replace function refresh_polled_sessions(of_router bigint, at timestamptz, seen jsonb) returns bigint[] language plpgsql set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare done bigint[];
begin
  -- In one order, so that two looks at once wait for each other; what is read afterwards is as the locks left it.
  perform 1 from polled_sessions(seen, at) x join ppp_sessions p on p.router_id = of_router and p.acct_session_id = x.session_id and p.login = x.login order by p.id for update of p;
  with x as materialized (
    select distinct on (login, session_id) * from polled_sessions(seen, at) order by login, session_id, n
  ), going as materialized (
    select x.*, p.id, p.updated_at as heard_at, coalesce(p.subscription_id, line_of_login(x.login)) as line, p.upload_bytes as up_before, p.download_bytes as down_before
      from x join ppp_sessions p on p.router_id = of_router and p.acct_session_id = x.session_id and p.login = x.login
     where p.source = 'poll' and (x.seconds is null or not (x.began > p.started_at + interval '5 minutes' and x.began >= p.updated_at - interval '1 minute'))
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
      counted_upload_bytes = greatest(p.upload_bytes, g.upload_bytes), counted_download_bytes = greatest(p.download_bytes, g.download_bytes),
      address = case when at >= p.updated_at or p.address is null then coalesce(g.address, p.address) else p.address end,
      ipv6_prefix = case when at >= p.updated_at or p.ipv6_prefix is null then coalesce(g.ipv6_prefix, p.ipv6_prefix) else p.ipv6_prefix end,
      caller_id = coalesce(nullif(p.caller_id, ''), g.caller_id), nas_port = coalesce(nullif(p.nas_port, ''), g.port), service = coalesce(nullif(p.service, ''), g.service)
    from going g where p.id = g.id returning g.n
  )
  select coalesce(array_agg(n), '{}') into done from refreshed;
  return done;
end $$;

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
    insert into ppp_sessions (router_id, subscription_id, started_at, updated_at, upload_bytes, download_bytes, counted_upload_bytes, counted_download_bytes, source, login, acct_session_id, address, ipv6_prefix, caller_id, nas_port, service)
    select of_router, f.line, f.began, at, coalesce(f.upload_bytes, 0), coalesce(f.download_bytes, 0),
        coalesce(f.upload_bytes, 0), coalesce(f.download_bytes, 0), 'poll', f.login, f.session_id, f.address, f.ipv6_prefix, f.caller_id, f.port, f.service
      from fresh f order by f.n
    returning login, acct_session_id
  )
  select coalesce(array_agg(f.n), '{}') into done from opened o join fresh f on f.login = o.login and f.session_id = o.acct_session_id;
  return done;
end $$;


-- Stable as the functions they call, without which they are no part of what calls them; and without a regular expression.
create or replace function radius_said(value text) returns text language sql stable as $$
  select convert_from(decode(value, 'hex'), 'UTF8')
$$;
create or replace function radius_router(name text) returns bigint language sql immutable as $$
  select case when left(name, 7) = 'router-' then substr(name, 8)::bigint end
$$;

alter table radius_routers add column heard_at timestamptz;

-- Of an address from which a request comes: the name, the secret or whether packets must be signed, as `want` says. Nothing where it is nobody's.
-- FreeRADIUS asks when a router is heard of after a minute, which is noted.
create or replace function radius_client(address text, want text) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  r record;
begin
  select x.router_id, x.secret_kept, x.is_signed into r from radius_routers x join routers y on y.id = x.router_id and y.is_active where x.address = radius_client.address::inet;
  if not found then
    return null;
  end if;
  if want = 'name' then
    update radius_routers x set heard_at = clock_timestamp() where x.router_id = r.router_id;
  end if;
  return case want
    when 'name' then 'router-' || r.router_id
    when 'secret' then open_kept(r.secret_kept, 'radius_routers:' || r.router_id || ':secret')
    when 'signed' then case when r.is_signed then 'yes' else 'no' end
  end;
end
$$;

-- What a password is compared with, and what its owner gets: all of a log-in in one call. No row: nobody's login.
create function radius_log_in(login_hex text, router text) returns table (id bigint, username text, attribute text, value text, op text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  of_login text := radius_said(login_hex);
  l record;
  t record;
  -- Between nine and eleven tenths of the time between two reports, always the same for a login, so that they do not all come at once.
  spread float8 := 0.9 + (hashtext(of_login) & 1023) * 0.2 / 1023;
begin
  select s.id, c.password_kept, a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool,
      coalesce((select (x.value #>> '{}')::int from settings x where x.key = 'sessions.interim_seconds'), 600) as interim,
      coalesce((select (x.value #>> '{}')::int from settings x where x.key = 'radius.session_hours'), 0) as hours
    into l
    from subscriptions s join access a on a.subscription_id = s.id join radius_credentials c on c.subscription_id = s.id
      join routers r on r.id = radius_router(router) and r.is_active
   where lower(s.pppoe_login) = lower(of_login) and s.pppoe_login is not null and s.state <> 'left' and s.connection_kind = 'pppoe';
  if not found then
    return;
  end if;
  id := l.id;
  username := of_login;
  op := ':=';
  t := radius_terms(false, l.desired_on, l.static_ip, l.upload_kbps, l.download_kbps, l.suspend_by, l.suspend_target, l.address_pool);
  if not t.may_dial then
    attribute := 'Auth-Type'; value := 'Reject'; return next;
    return;
  end if;
  attribute := 'Cleartext-Password'; value := radius_text(open_kept(l.password_kept, 'radius_credentials:' || l.id || ':password')); return next;
  attribute := 'Service-Type'; value := 'Framed-User'; return next;
  attribute := 'Framed-Protocol'; value := 'PPP'; return next;
  attribute := 'Class'; value := '0x' || encode(convert_to(t.policy, 'UTF8'), 'hex'); return next;
  attribute := 'Acct-Interim-Interval'; value := round(l.interim * spread)::int; return next;
  if t.address is not null then
    attribute := 'Framed-IP-Address'; value := host(t.address); return next;
  end if;
  if t.pool <> '' then
    attribute := 'Framed-Pool'; value := radius_text(t.pool); return next;
  end if;
  if t.ppp_group <> '' then
    attribute := 'Mikrotik-Group'; value := radius_text(t.ppp_group); return next;
  end if;
  if t.rate <> '' then
    attribute := 'Mikrotik-Rate-Limit'; value := radius_text(t.rate); return next;
  end if;
  if t.list <> '' then
    attribute := 'Mikrotik-Address-List'; value := radius_text(t.list); return next;
  end if;
  if l.hours > 0 then
    attribute := 'Session-Timeout'; value := l.hours * 3600; return next;
  end if;
end
$$;
revoke execute on function radius_log_in from public;
