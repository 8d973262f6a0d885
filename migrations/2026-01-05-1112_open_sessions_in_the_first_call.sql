-- Nearly every start is done by the function that FreeRADIUS calls; what is not needed for it is not made ready.

-- The condition of an index is made ready anew by every statement that adds to it.
drop index ppp_sessions_closed_subscription, ppp_sessions_closed_address;
create index ppp_sessions_closed_subscription on ppp_sessions_closed (subscription_id, ended_at desc, id desc);
create index ppp_sessions_closed_address on ppp_sessions_closed (address, ended_at);

-- What is said of a session. `kind` is start, interim or stop; `at` is when it happened, not when it was heard; `seconds` is how long the session
-- had lasted then, null where unknown. Null counters say nothing. Repeated, late and out of order words change nothing that is known better:
-- counters never fall, an ended session stays ended unless only we had ended it, and each byte is counted once.
-- Answers what it did: opened, refreshed, closed, reopened, repeated or late.
-- `router_id + 0` and `coalesce(subscription_id, 0)` keep a plan that was made while there were few sessions from going through all of a router's.
create or replace function report_ppp_session(
  kind text, of_router bigint, by_source text, of_login text, of_session text, at timestamptz, seconds bigint, of_address inet, of_prefix cidr,
  of_caller text, of_port text, of_service text, of_policy text, up bigint, down bigint, cause text
) returns text language plpgsql as $$
declare
  began timestamptz := coalesce(at - greatest(seconds, 0) * interval '1 second', at);
  gained_up bigint;
  gained_down bigint;
  s ppp_sessions;
  c ppp_sessions_closed;
  line bigint;
  locked text;
begin
  -- Nearly every interim: later than the word before, in the same hour, of the same session.
  if kind = 'interim' then
    update ppp_sessions p set
      started_at = case when seconds is null then p.started_at else least(p.started_at, began) end, updated_at = at,
      upload_bytes = greatest(p.upload_bytes, up), download_bytes = greatest(p.download_bytes, down),
      address = coalesce(of_address, p.address), ipv6_prefix = coalesce(of_prefix, p.ipv6_prefix),
      caller_id = case when p.caller_id = '' then of_caller else p.caller_id end, nas_port = case when p.nas_port = '' then of_port else p.nas_port end,
      service = case when p.service = '' then of_service else p.service end, policy = coalesce(p.policy, of_policy),
      samples = p.samples || reported_sample(p.updated_at, at, greatest(up - p.upload_bytes, 0), greatest(down - p.download_bytes, 0))
    where p.login = of_login and p.acct_session_id = of_session and p.router_id + 0 = of_router
      and p.source = 'radius' and coalesce(p.subscription_id, 0) <> 0 and p.updated_at <= at and p.updated_at >= hour_of(at) and cardinality(p.samples) < 120
      and not (seconds is not null and began > p.started_at + interval '5 minutes' and began >= p.updated_at - interval '1 minute');
    if found then
      return 'refreshed';
    end if;
    -- The first of its hour: what belongs to the hour before is counted, the rest stays.
    with old as (
      select p.*, greatest(up - p.upload_bytes, 0) as gained_up, greatest(down - p.download_bytes, 0) as gained_down,
          extract(epoch from hour_of(at) - p.updated_at) / extract(epoch from at - p.updated_at) as share
        from ppp_sessions p
       where p.login = of_login and p.acct_session_id = of_session and p.router_id + 0 = of_router
         and p.source = 'radius' and coalesce(p.subscription_id, 0) <> 0 and p.updated_at < hour_of(at) and p.updated_at >= hour_of(at) - interval '1 hour'
         and not (seconds is not null and began > p.started_at + interval '5 minutes' and began >= p.updated_at - interval '1 minute')
         for update
    ), counted as (
      insert into usage_inbox (subscription_id, hour, upload_bytes, download_bytes, samples)
      select o.subscription_id, hour_of(o.updated_at), o.upload_bytes - o.counted_upload_bytes + floor(o.gained_up * o.share),
          o.download_bytes - o.counted_download_bytes + floor(o.gained_down * o.share), o.samples
        from old o
    )
    update ppp_sessions p set
      started_at = case when seconds is null then p.started_at else least(p.started_at, began) end, updated_at = at,
      upload_bytes = o.upload_bytes + o.gained_up, download_bytes = o.download_bytes + o.gained_down,
      counted_upload_bytes = o.upload_bytes + floor(o.gained_up * o.share), counted_download_bytes = o.download_bytes + floor(o.gained_down * o.share),
      samples = reported_sample(o.updated_at, at, o.gained_up, o.gained_down),
      address = coalesce(of_address, p.address), ipv6_prefix = coalesce(of_prefix, p.ipv6_prefix),
      caller_id = case when p.caller_id = '' then of_caller else p.caller_id end, nas_port = case when p.nas_port = '' then of_port else p.nas_port end,
      service = case when p.service = '' then of_service else p.service end, policy = coalesce(p.policy, of_policy)
    from old o where p.id = o.id;
    if found then
      return 'refreshed';
    end if;
  -- Nearly every stop: in the hour of the word before, of the same session.
  elsif kind = 'stop' then
    with gone as (
      delete from ppp_sessions p
       where p.login = of_login and p.acct_session_id = of_session and p.router_id + 0 = of_router
         and coalesce(p.subscription_id, 0) <> 0 and p.updated_at <= at and p.updated_at >= hour_of(at)
         and not (seconds is not null and began > p.started_at + interval '5 minutes' and began >= p.updated_at - interval '1 minute')
      returning p.*
    ), counted as (
      insert into usage_inbox (subscription_id, hour, upload_bytes, download_bytes, samples)
      select g.subscription_id, hour_of(at), greatest(g.upload_bytes, up) - g.counted_upload_bytes, greatest(g.download_bytes, down) - g.counted_download_bytes, g.samples
        from gone g
    )
    insert into ppp_sessions_closed (id, router_id, subscription_id, started_at, ended_at, upload_bytes, download_bytes, source, login, acct_session_id,
      address, ipv6_prefix, caller_id, nas_port, service, policy, terminate_cause)
    select g.id, g.router_id, g.subscription_id, g.started_at, greatest(at, g.started_at), greatest(g.upload_bytes, up), greatest(g.download_bytes, down), g.source,
        g.login, g.acct_session_id, coalesce(of_address, g.address), coalesce(of_prefix, g.ipv6_prefix), g.caller_id, g.nas_port, g.service, g.policy, cause
      from gone g;
    if found then
      return 'closed';
    end if;
  end if;

  for attempt in 1..2 loop
    if kind = 'stop' then
      delete from ppp_sessions p where p.login = of_login and p.acct_session_id = of_session and p.router_id + 0 = of_router returning * into s;
    else
      select * into s from ppp_sessions p where p.login = of_login and p.acct_session_id = of_session and p.router_id + 0 = of_router for update;
    end if;
    exit when found;
    -- Who comes second sees what became of it.
    if attempt = 1 then
      locked := lock_ppp_session(of_router, by_source, of_login, of_session);
    end if;
  end loop;

  -- Another session under the same id: the end of the one before was lost. A repeated start comes within minutes.
  if s.id is not null and began > s.started_at + interval '5 minutes' and (seconds is not null or kind = 'start') and began >= s.updated_at - interval '1 minute' then
    if kind <> 'stop' then
      delete from ppp_sessions p where p.id = s.id;
    end if;
    perform close_ppp_session(s, s.updated_at, 'lost');
    s := null;
  end if;

  if s.id is not null then
    if s.subscription_id is null then
      s.subscription_id := line_of_login(of_login);
      -- What it used while it was nobody's stays nobody's.
      s.counted_upload_bytes := s.upload_bytes;
      s.counted_download_bytes := s.download_bytes;
    end if;
    gained_up := greatest(up - s.upload_bytes, 0);
    gained_down := greatest(down - s.download_bytes, 0);
    if at > s.updated_at and (s.updated_at < hour_of(at) or cardinality(s.samples) >= 120) then
      perform count_pending(s);
      s.counted_upload_bytes := s.upload_bytes;
      s.counted_download_bytes := s.download_bytes;
      s.samples := '{}';
    end if;
    if hour_of(at) <> hour_of(s.updated_at) or s.source <> 'radius' then
      perform count_usage(s.subscription_id, least(s.updated_at, at), greatest(s.updated_at, at), gained_up, gained_down);
      s.counted_upload_bytes := s.counted_upload_bytes + gained_up;
      s.counted_download_bytes := s.counted_download_bytes + gained_down;
    end if;
    if kind = 'stop' then
      s.upload_bytes := s.upload_bytes + gained_up;
      s.download_bytes := s.download_bytes + gained_down;
      s.address := coalesce(of_address, s.address);
      s.ipv6_prefix := coalesce(of_prefix, s.ipv6_prefix);
      perform close_ppp_session(s, at, cause);
      return 'closed';
    end if;
    if s.source = 'radius' and s.subscription_id is not null and at > s.updated_at then
      s.samples := s.samples || reported_sample(s.updated_at, at, gained_up, gained_down);
    end if;
    update ppp_sessions p set subscription_id = s.subscription_id,
      started_at = least(p.started_at, case when seconds is not null or kind = 'start' then began else p.started_at end),
      updated_at = greatest(p.updated_at, at),
      upload_bytes = p.upload_bytes + gained_up, download_bytes = p.download_bytes + gained_down,
      counted_upload_bytes = s.counted_upload_bytes, counted_download_bytes = s.counted_download_bytes, samples = s.samples,
      address = case when at >= p.updated_at or p.address is null then coalesce(of_address, p.address) else p.address end,
      ipv6_prefix = case when at >= p.updated_at or p.ipv6_prefix is null then coalesce(of_prefix, p.ipv6_prefix) else p.ipv6_prefix end,
      caller_id = coalesce(nullif(p.caller_id, ''), of_caller), nas_port = coalesce(nullif(p.nas_port, ''), of_port),
      service = coalesce(nullif(p.service, ''), of_service), policy = coalesce(p.policy, of_policy)
    where p.id = s.id;
    return case when kind = 'start' then 'repeated' else 'refreshed' end;
  end if;

  select * into c from ppp_sessions_closed p
   where p.login = of_login and p.acct_session_id = of_session and p.router_id = of_router
     and p.ended_at > at - interval '7 days' and p.ended_at < at + interval '1 day'
   order by p.ended_at + interval '0' desc limit 1;
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
      insert into ppp_sessions (router_id, subscription_id, started_at, updated_at, upload_bytes, download_bytes, counted_upload_bytes, counted_download_bytes,
        source, login, acct_session_id, address, ipv6_prefix, caller_id, nas_port, service, policy)
      values (c.router_id, c.subscription_id, c.started_at, at, greatest(c.upload_bytes, up), greatest(c.download_bytes, down), greatest(c.upload_bytes, up),
        greatest(c.download_bytes, down), by_source, c.login, c.acct_session_id, coalesce(of_address, c.address), coalesce(of_prefix, c.ipv6_prefix), c.caller_id,
        c.nas_port, c.service, c.policy)
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
    for s in delete from ppp_sessions p where p.login = of_login and p.router_id + 0 = of_router and p.caller_id = of_caller and p.started_at < began and p.updated_at <= at returning *
    loop
      perform close_ppp_session(s, least(s.updated_at, began), 'replaced');
    end loop;
  end if;
  insert into ppp_sessions (router_id, subscription_id, started_at, updated_at, upload_bytes, download_bytes, counted_upload_bytes, counted_download_bytes,
    source, login, acct_session_id, address, ipv6_prefix, caller_id, nas_port, service, policy)
  values (of_router, line, began, at, coalesce(up, 0), coalesce(down, 0), coalesce(up, 0), coalesce(down, 0), by_source, of_login, of_session, of_address,
    of_prefix, of_caller, of_port, of_service, of_policy);
  return 'opened';
end
$$;

create or replace function radius_account(
  kind text, router text, login text, session text, delay text, seconds text, address text, prefix text, caller text, port text, service text, class text,
  up text, up_giga text, down text, down_giga text, cause text
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at timestamptz := clock_timestamp();
  of_router bigint := radius_router(router);
  word text := case kind when 'Start' then 'start' when 'Interim-Update' then 'interim' when 'Stop' then 'stop' end;
  given text;
  up_bytes bigint;
  down_bytes bigint;
  of_login text := radius_said(login);
  of_session text := radius_said(session);
  locked text;
begin
  if delay > '0' then
    at := at - least(delay::numeric, 86400) * interval '1 second';
  end if;
  if word is null then
    return case when kind in ('Accounting-On', 'Accounting-Off') then close_ppp_sessions_of_router(of_router, at)::text else 'not kept' end;
  end if;
  -- What is not said is not made ready to be read: that is done anew for each word.
  if class <> '' and length(class) <= 128 and length(class) % 2 = 0 and translate(class, '0123456789abcdef', '') = '' then
    given := convert_from(decode(class, 'hex'), 'LATIN1');
  end if;
  -- Nearly every start: of whom nothing is live, and that did not end before. All else is for report_ppp_session, whose lock this is.
  if word = 'start' and seconds = '' and up in ('', '0') and down in ('', '0') then
    locked := pg_advisory_xact_lock(hashtextextended(of_session || ' ' || of_login, of_router));
    insert into ppp_sessions (router_id, subscription_id, started_at, updated_at, source, login, acct_session_id, address, ipv6_prefix, caller_id, nas_port,
      service, policy)
    select of_router, (select x.id from subscriptions x where lower(x.pppoe_login) = lower(of_login) and x.pppoe_login is not null and x.state <> 'left'),
        at, at, 'radius', of_login, of_session, nullif(address, '')::inet, nullif(prefix, '')::cidr, replace(lower(radius_said(caller)), '-', ':'), radius_said(port),
        radius_said(radius_account.service), given
     where not exists (select from ppp_sessions p where p.login = of_login)
       and not exists (select from ppp_sessions_closed e where e.login = of_login and e.acct_session_id = of_session and e.router_id = of_router
         and e.ended_at > at - interval '7 days' and e.ended_at < at + interval '1 day');
    if found then
      return 'opened';
    end if;
  end if;
  if up <> '' then
    up_bytes := up::bigint + coalesce(nullif(up_giga, '')::bigint, 0) * 4294967296;
  end if;
  if down <> '' then
    down_bytes := down::bigint + coalesce(nullif(down_giga, '')::bigint, 0) * 4294967296;
  end if;
  return report_ppp_session(word, of_router, 'radius', of_login, of_session, at, nullif(seconds, '')::bigint, nullif(address, '')::inet,
    nullif(prefix, '')::cidr, replace(lower(radius_said(caller)), '-', ':'), radius_said(port), radius_said(service), given, up_bytes, down_bytes,
    coalesce(nullif(cause, ''), 'unknown'));
end
$$;
