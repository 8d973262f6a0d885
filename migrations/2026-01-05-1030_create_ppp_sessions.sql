-- Who is online, who was, and how much each line has used. RADIUS and the poller of routers report through the same functions.

-- One row for each live session; only what no index holds changes while it lives, so that every refresh stays on its page.
create table ppp_sessions (
  id bigint generated always as identity primary key,
  router_id bigint not null constraint ppp_sessions_router_id_fkey references routers,
  -- Null: nobody's login.
  subscription_id bigint constraint ppp_sessions_subscription_id_fkey references subscriptions,
  started_at timestamptz not null,
  -- When it was last heard of.
  updated_at timestamptz not null,
  -- From the subscriber, and to him.
  upload_bytes bigint not null default 0 constraint ppp_sessions_upload_check check (upload_bytes >= 0),
  download_bytes bigint not null default 0 constraint ppp_sessions_download_check check (download_bytes >= 0),
  source text collate "C" not null constraint ppp_sessions_source_check check (source in ('radius', 'poll')),
  login text collate "C" not null,
  -- As the router said it, byte for byte; not unique, because some routers say the same for everybody.
  acct_session_id text collate "C" not null,
  address inet,
  ipv6_prefix cidr,
  -- A MAC address in small letters with colons, where it is one.
  caller_id text collate "C" not null default '',
  nas_port text collate "C" not null default '',
  service text collate "C" not null default '',
  -- What the line was given when it dialled or was last told; null where nobody knows.
  policy text collate "C",
  constraint ppp_sessions_key unique (router_id, acct_session_id, login)
) with (fillfactor = 60);
create index ppp_sessions_subscription on ppp_sessions (subscription_id) where subscription_id is not null;
create index ppp_sessions_router on ppp_sessions (router_id, id);
create index ppp_sessions_login on ppp_sessions (login);
create index ppp_sessions_address on ppp_sessions (address);

create table ppp_sessions_closed (
  id bigint not null,
  router_id bigint not null,
  subscription_id bigint,
  started_at timestamptz not null,
  -- When it was last heard of, where nobody said that it ended.
  ended_at timestamptz not null,
  upload_bytes bigint not null,
  download_bytes bigint not null,
  source text collate "C" not null,
  login text collate "C" not null,
  acct_session_id text collate "C" not null,
  address inet,
  ipv6_prefix cidr,
  caller_id text collate "C" not null,
  nas_port text collate "C" not null,
  service text collate "C" not null,
  policy text collate "C",
  -- The router's own word (RFC 2866: User-Request, ...), or ours in small letters: lost, gone, replaced, restarted.
  terminate_cause text collate "C" not null,
  primary key (ended_at, id)
) partition by range (ended_at);
create index ppp_sessions_closed_key on ppp_sessions_closed (login, acct_session_id, router_id);
create index ppp_sessions_closed_subscription on ppp_sessions_closed (subscription_id, ended_at desc, id desc) where subscription_id is not null;
create index ppp_sessions_closed_address on ppp_sessions_closed (address, ended_at) where address is not null;
select make_month_partitions('ppp_sessions_closed', 3);

-- What a line used in an hour (of UTC), as the differences of its sessions' counters.
create table usage_hours (
  subscription_id bigint not null,
  hour timestamptz not null,
  upload_bytes bigint not null,
  download_bytes bigint not null,
  primary key (subscription_id, hour)
) partition by range (hour);
select make_month_partitions('usage_hours', 3);

-- Counts what a line used between two instants, spread evenly over the hours between; the parts sum exactly. Never further back than
-- partitions reach: a session that ran for months before it was first heard of is counted into its last 27 days.
create function count_usage(line bigint, since timestamptz, till timestamptz, up bigint, down bigint) returns void language plpgsql as $$
declare
  last_hour timestamptz := date_trunc('hour', till, 'UTC');
  from_at timestamptz := greatest(since, till - interval '27 days');
begin
  up := coalesce(up, 0);
  down := coalesce(down, 0);
  if line is null or (up <= 0 and down <= 0) then
    return;
  end if;
  if from_at >= last_hour then
    insert into usage_hours as u (subscription_id, hour, upload_bytes, download_bytes) values (line, last_hour, up, down)
    on conflict (subscription_id, hour) do update
      set upload_bytes = u.upload_bytes + excluded.upload_bytes, download_bytes = u.download_bytes + excluded.download_bytes;
    return;
  end if;
  insert into usage_hours as u (subscription_id, hour, upload_bytes, download_bytes)
  select line, p.hour, p.up_till - lag(p.up_till, 1, 0::bigint) over w, p.down_till - lag(p.down_till, 1, 0::bigint) over w
    from (
      select h.hour, floor(up * q.share)::bigint as up_till, floor(down * q.share)::bigint as down_till
        from generate_series(date_trunc('hour', from_at, 'UTC'), last_hour, interval '1 hour') as h (hour),
          lateral (select extract(epoch from least(h.hour + interval '1 hour', till) - from_at) / extract(epoch from till - from_at) as share) q
    ) p
  window w as (order by p.hour)
  on conflict (subscription_id, hour) do update
    set upload_bytes = u.upload_bytes + excluded.upload_bytes, download_bytes = u.download_bytes + excluded.download_bytes;
end
$$;

-- Whose a login is now; no two lines in use have the same in any case of letters.
create function line_of_login(of_login text) returns bigint language sql stable as $$
  select x.id from subscriptions x where lower(x.pppoe_login) = lower(of_login) and x.pppoe_login is not null and x.state <> 'left'
$$;

create function close_ppp_session(s ppp_sessions, ended timestamptz, cause text) returns bigint language sql as $$
  insert into ppp_sessions_closed (id, router_id, subscription_id, started_at, ended_at, upload_bytes, download_bytes, source, login, acct_session_id,
    address, ipv6_prefix, caller_id, nas_port, service, policy, terminate_cause)
  values (s.id, s.router_id, s.subscription_id, s.started_at, greatest(ended, s.started_at), s.upload_bytes, s.download_bytes, s.source, s.login,
    s.acct_session_id, s.address, s.ipv6_prefix, s.caller_id, s.nas_port, s.service, s.policy, cause)
  returning id
$$;

-- What is said of a session. `kind` is start, interim or stop; `at` is when it happened, not when it was heard; `seconds` is how long the session
-- had lasted then, null where unknown. Null counters say nothing. Repeated, late and out of order words change nothing that is known better:
-- counters never fall, an ended session stays ended unless only we had ended it, and each byte is counted once.
-- Answers what it did: opened, refreshed, closed, reopened, repeated or late.
create function report_ppp_session(
  kind text, of_router bigint, by_source text, of_login text, of_session text, at timestamptz, seconds bigint, of_address inet, of_prefix cidr,
  of_caller text, of_port text, of_service text, of_policy text, up bigint, down bigint, cause text
) returns text language plpgsql as $$
declare
  began timestamptz := at - make_interval(secs => greatest(coalesce(seconds, 0), 0));
  s ppp_sessions;
  c ppp_sessions_closed;
  line bigint;
begin
  for attempt in 1..2 loop
    select * into s from ppp_sessions p where p.router_id = of_router and p.acct_session_id = of_session and p.login = of_login for update;
    exit when found;
    -- Whoever opens one or looks for an ended one does so alone; who comes second sees what became of it. Few locks a router, as a batch holds many.
    if attempt = 1 then
      perform pg_advisory_xact_lock(hashtext('ppp_sessions'), (of_router * 128 + (hashtext(of_session || ' ' || of_login) & 127))::int);
    end if;
  end loop;

  -- Another session under the same id: the end of the one before was lost. A repeated start comes within minutes.
  if s.id is not null and began > s.started_at + interval '5 minutes' and (seconds is not null or kind = 'start') and began >= s.updated_at - interval '1 minute' then
    delete from ppp_sessions p where p.id = s.id;
    perform close_ppp_session(s, s.updated_at, 'lost');
    s := null;
  end if;

  if s.id is not null then
    if s.subscription_id is null then
      s.subscription_id := line_of_login(of_login);
    end if;
    perform count_usage(s.subscription_id, least(s.updated_at, at), greatest(s.updated_at, at), greatest(up - s.upload_bytes, 0), greatest(down - s.download_bytes, 0));
    if kind = 'stop' then
      delete from ppp_sessions p where p.id = s.id;
      s.upload_bytes := greatest(s.upload_bytes, up);
      s.download_bytes := greatest(s.download_bytes, down);
      s.address := coalesce(of_address, s.address);
      s.ipv6_prefix := coalesce(of_prefix, s.ipv6_prefix);
      perform close_ppp_session(s, at, cause);
      return 'closed';
    end if;
    update ppp_sessions p set subscription_id = s.subscription_id,
      started_at = least(p.started_at, case when seconds is not null or kind = 'start' then began else p.started_at end),
      updated_at = greatest(p.updated_at, at),
      upload_bytes = greatest(p.upload_bytes, up), download_bytes = greatest(p.download_bytes, down),
      address = case when at >= p.updated_at or p.address is null then coalesce(of_address, p.address) else p.address end,
      ipv6_prefix = case when at >= p.updated_at or p.ipv6_prefix is null then coalesce(of_prefix, p.ipv6_prefix) else p.ipv6_prefix end,
      caller_id = coalesce(nullif(p.caller_id, ''), of_caller), nas_port = coalesce(nullif(p.nas_port, ''), of_port),
      service = coalesce(nullif(p.service, ''), of_service), policy = coalesce(p.policy, of_policy)
    where p.id = s.id;
    return case when kind = 'start' then 'repeated' else 'refreshed' end;
  end if;

  select * into c from ppp_sessions_closed p
   where p.router_id = of_router and p.acct_session_id = of_session and p.login = of_login and p.ended_at > at - interval '7 days'
   order by p.ended_at desc limit 1;
  if found and not (seconds is not null and began >= c.ended_at) then
    -- A start is repeated for less than a minute; what dials again under the same id sooner is known by its first interim.
    if kind = 'start' then
      if at <= c.ended_at + interval '1 minute' then
        return 'late';
      end if;
    elsif c.terminate_cause not in ('lost', 'gone', 'replaced', 'restarted') or at < c.ended_at then
      return case when kind = 'stop' then 'repeated' else 'late' end;
    else
      delete from ppp_sessions_closed p where p.ended_at = c.ended_at and p.id = c.id;
      perform count_usage(c.subscription_id, c.ended_at, at, greatest(up - c.upload_bytes, 0), greatest(down - c.download_bytes, 0));
      insert into ppp_sessions (router_id, subscription_id, started_at, updated_at, upload_bytes, download_bytes, source, login, acct_session_id, address,
        ipv6_prefix, caller_id, nas_port, service, policy)
      values (c.router_id, c.subscription_id, c.started_at, at, greatest(c.upload_bytes, up), greatest(c.download_bytes, down), by_source, c.login,
        c.acct_session_id, coalesce(of_address, c.address), coalesce(of_prefix, c.ipv6_prefix), c.caller_id, c.nas_port, c.service, c.policy)
      returning * into s;
      if kind = 'stop' then
        delete from ppp_sessions p where p.id = s.id;
        perform close_ppp_session(s, at, cause);
        return 'closed';
      end if;
      return 'reopened';
    end if;
  end if;

  line := line_of_login(of_login);
  perform count_usage(line, began, at, up, down);
  if kind = 'stop' then
    insert into ppp_sessions_closed (id, router_id, subscription_id, started_at, ended_at, upload_bytes, download_bytes, source, login, acct_session_id,
      address, ipv6_prefix, caller_id, nas_port, service, policy, terminate_cause)
    values (nextval('ppp_sessions_id_seq'), of_router, line, began, at, coalesce(up, 0), coalesce(down, 0), by_source, of_login, of_session, of_address,
      of_prefix, of_caller, of_port, of_service, of_policy, cause);
    return 'closed';
  end if;
  -- The same box on the same router dials once: what it had before has ended without a word.
  if of_caller <> '' then
    for s in delete from ppp_sessions p where p.login = of_login and p.router_id = of_router and p.caller_id = of_caller and p.started_at < began and p.updated_at <= at returning *
    loop
      perform close_ppp_session(s, least(s.updated_at, began), 'replaced');
    end loop;
  end if;
  insert into ppp_sessions (router_id, subscription_id, started_at, updated_at, upload_bytes, download_bytes, source, login, acct_session_id, address,
    ipv6_prefix, caller_id, nas_port, service, policy)
  values (of_router, line, began, at, coalesce(up, 0), coalesce(down, 0), by_source, of_login, of_session, of_address, of_prefix, of_caller, of_port,
    of_service, of_policy);
  return 'opened';
end
$$;

-- A router has begun anew, or says that it goes down: everything on it from before has ended then. Answers how many.
create function close_ppp_sessions_of_router(of_router bigint, at timestamptz) returns bigint language sql as $$
  with gone as (delete from ppp_sessions p where p.router_id = of_router and p.started_at < at returning p)
  select count(close_ppp_session((g.p), at, 'restarted')) from gone g
$$;

-- Ends what was not heard of since an instant, at most so many; answers how many.
create function close_silent_ppp_sessions(of_source text, since timestamptz, most int) returns bigint language sql as $$
  with silent as (select p.id from ppp_sessions p where p.source = of_source and p.updated_at < since order by p.id limit most for update skip locked),
    gone as (delete from ppp_sessions p using silent where p.id = silent.id returning p)
  select count(close_ppp_session((g.p), (g.p).updated_at, 'lost')) from gone g
$$;

-- What was seen on a router at an instant, as an array of {login, session_id, seconds, address, ipv6_prefix, caller_id, port, service, upload_bytes,
-- download_bytes}. With `is_complete`, what was polled before and is not among them has ended.
create function poll_ppp_sessions(of_router bigint, at timestamptz, seen jsonb, is_complete boolean, out opened int, out refreshed int, out closed int) language plpgsql as $$
declare
  done text;
  x record;
begin
  opened := 0;
  refreshed := 0;
  for x in
    select * from jsonb_to_recordset(seen) as r (login text, session_id text, seconds bigint, address inet, ipv6_prefix cidr, caller_id text, port text,
      service text, upload_bytes bigint, download_bytes bigint) order by r.login, r.session_id
  loop
    done := report_ppp_session('interim', of_router, 'poll', x.login, x.session_id, at, x.seconds, x.address, x.ipv6_prefix, coalesce(x.caller_id, ''),
      coalesce(x.port, ''), coalesce(x.service, ''), null, x.upload_bytes, x.download_bytes, '');
    opened := opened + (done in ('opened', 'reopened'))::int;
    refreshed := refreshed + (done = 'refreshed')::int;
  end loop;
  with gone as (delete from ppp_sessions p where is_complete and p.router_id = of_router and p.source = 'poll' and p.updated_at < at returning p)
  select count(close_ppp_session((g.p), (g.p).updated_at, 'gone')) into closed from gone g;
end
$$;
