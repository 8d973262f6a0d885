-- RADIUS: which routers ask us, what FreeRADIUS may call, and what was said to live sessions.

create extension if not exists pgcrypto;

-- The speeds a line is given, beside its profile; a new speed under the same profile moves the wish on as well.
alter table access add column download_kbps int, add column upload_kbps int;
update access a set download_kbps = v.download_kbps, upload_kbps = v.upload_kbps
from subscriptions s cross join lateral (
  select p.download_kbps, p.upload_kbps from subscription_terms t join package_versions p on p.id = t.package_version_id
  where t.subscription_id = s.id and t.starts_on <= current_date order by t.starts_on desc limit 1) v
where s.id = a.subscription_id;

-- The key that FreeRADIUS opens credentials with: 64 random bytes as hex, sealed here; it holds it in its own configuration.
create table radius_keys (
  only_row boolean primary key default true check (only_row),
  key_sealed bytea not null
);

-- A router that asks us. The secret it shares with us is kept under the key of radius_keys.
create table radius_routers (
  router_id bigint primary key constraint radius_routers_router_id_fkey references routers,
  -- Where its requests come from, and where changes of its sessions are sent to.
  address inet not null constraint radius_routers_address_check check (masklen(address) = case family(address) when 4 then 32 else 128 end),
  secret_kept bytea not null,
  coa_port int not null default 3799 constraint radius_routers_coa_port_check check (coa_port between 1 and 65535),
  -- Both sides prove each packet by Message-Authenticator (RouterOS 7.15 and newer do).
  is_signed boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index radius_routers_address on radius_routers (address);

-- A line's password as FreeRADIUS may open it, made from the sealed one whose digest stands beside it.
create table radius_credentials (
  subscription_id bigint primary key constraint radius_credentials_subscription_id_fkey references subscriptions on delete cascade,
  password_kept bytea not null,
  made_of bytea not null
);

-- What was said to a router about a live session, and what became of it.
create table radius_commands (
  at timestamptz not null,
  id bigint generated always as identity,
  router_id bigint not null,
  subscription_id bigint,
  session_id bigint not null,
  login text collate "C" not null,
  kind text collate "C" not null constraint radius_commands_kind_check check (kind in ('change', 'disconnect', 'kick')),
  outcome text collate "C" not null
    constraint radius_commands_outcome_check check (outcome in ('done', 'refused', 'no_session', 'no_answer', 'unreachable')),
  -- Error-Cause of RFC 5176, where the router gave one.
  error_cause int,
  primary key (at, id)
) partition by range (at);
create index radius_commands_subscription on radius_commands (subscription_id, at desc) where subscription_id is not null;
select make_month_partitions('radius_commands', 3);

-- What a line gets at a router with these rules, in the words that are sent. `is_on` false with all else empty: it may not dial in.
create function radius_terms(
  is_left boolean, desired_on boolean, static_ip inet, up_kbps int, down_kbps int, suspend_by text, suspend_target text, router_pool text,
  out may_dial boolean, out address inet, out pool text, out ppp_group text, out rate text, out list text
) language sql immutable as $$
  select q.may_dial,
    case when q.may_dial and not (q.is_walled and suspend_by = 'pool') then static_ip end,
    case when not q.may_dial then '' when q.is_walled and suspend_by = 'pool' then suspend_target when static_ip is null then router_pool else '' end,
    case when q.may_dial and q.is_walled and suspend_by = 'profile' then suspend_target else '' end,
    -- As the router reads it: what it receives first, which is what the subscriber sends.
    case when q.may_dial and up_kbps is not null then up_kbps || 'k/' || down_kbps || 'k' else '' end,
    case when q.may_dial and q.is_walled and suspend_by = 'address_list' then suspend_target else '' end
  from (select not is_left and (desired_on or suspend_by <> 'disable') as may_dial, not desired_on as is_walled) q
$$;

-- Stands for what a line gets: `off`, else what needs a new session to change, and what does not. The pool of those who have service is left out:
-- an address from the pool of before is as good until the line dials again.
create function radius_policy(
  is_left boolean, desired_on boolean, static_ip inet, up_kbps int, down_kbps int, suspend_by text, suspend_target text, router_pool text
) returns text language sql immutable as $$
  select case when t.may_dial
    then left(md5(coalesce(host(t.address), '') || '|' || case when not desired_on and suspend_by = 'pool' then t.pool else '' end || '|' || t.ppp_group), 8) || '-' || left(md5(t.rate || '|' || t.list), 8)
    else 'off' end
  from radius_terms(is_left, desired_on, static_ip, up_kbps, down_kbps, suspend_by, suspend_target, router_pool) t
$$;

-- Whether a live session is not what its line wants. What dialled in before its router asked us is left alone while the line has service: nobody
-- knows what it was given.
create function radius_differs(given text, wanted text) returns boolean language sql immutable as $$
  select case when given is null then wanted = 'off' else given <> wanted end
$$;

-- Whether a line has a session, at a router that asks us, that is not what it wants and that was not told to end within the last minute.
create function radius_drifts(line bigint, at timestamptz) returns boolean language sql stable as $$
  select exists (
    select from ppp_sessions p join radius_routers x on x.router_id = p.router_id join routers r on r.id = p.router_id
      join subscriptions s on s.id = p.subscription_id join access a on a.subscription_id = s.id
    where p.subscription_id = line
      and radius_differs(p.policy,
        radius_policy(s.state = 'left', a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool))
      and not exists (select from radius_commands c where c.at > radius_drifts.at - interval '1 minute' and c.session_id = p.id and c.outcome = 'done' and c.kind <> 'change'))
$$;

-- Opens what was kept for FreeRADIUS: 16 bytes of start value, 32 of HMAC-SHA-256 over place, start value and text, then AES-256-CBC. The key is
-- this connection's. Refuses, so that nobody is answered, where the key is not the right one or the value belongs to another place.
create function open_kept(kept bytea, place text) returns text language plpgsql stable as $$
declare
  keys bytea := decode(coalesce(current_setting('lastmile.radius_key', true), ''), 'hex');
  start_value bytea := substring(kept from 1 for 16);
  body bytea := substring(kept from 49);
begin
  if length(keys) <> 64 or hmac(convert_to(place, 'UTF8') || start_value || body, substring(keys from 33), 'sha256') <> substring(kept from 17 for 32) then
    raise exception 'The key of this connection does not open %', place;
  end if;
  return convert_from(decrypt_iv(body, substring(keys from 1 for 32), start_value, 'aes-cbc/pad:pkcs'), 'UTF8');
end
$$;

-- A value as FreeRADIUS takes it from a row, byte for byte; unquoted it would read some as commands.
create function radius_text(value text) returns text language sql immutable as $$
  select '"' || replace(replace(value, '\', '\\'), '"', '\"') || '"'
$$;

-- Text as FreeRADIUS gives it: in hex digits, because it would write some characters otherwise.
create function radius_said(value text) returns text language sql immutable as $$
  select convert_from(decode(value, 'hex'), 'UTF8')
$$;

-- `router-7` is the name of the router with the id 7 in FreeRADIUS.
create function radius_router(name text) returns bigint language sql immutable as $$
  select substring(name from '^router-([0-9]{1,18})$')::bigint
$$;

-- Of an address from which a request comes: the name, the secret or whether packets must be signed, as `want` says. Nothing where it is nobody's.
create function radius_client(address text, want text) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r record;
begin
  select x.router_id, x.secret_kept, x.is_signed into r from radius_routers x join routers y on y.id = x.router_id and y.is_active where x.address = radius_client.address::inet;
  if not found then
    return null;
  end if;
  return case want
    when 'name' then 'router-' || r.router_id
    when 'secret' then open_kept(r.secret_kept, 'radius_routers:' || r.router_id || ':secret')
    when 'signed' then case when r.is_signed then 'yes' else 'no' end
  end;
end
$$;

-- What a password is compared with. No row: nobody's login.
create function radius_authorize(login_hex text, router text) returns table (id bigint, username text, attribute text, value text, op text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  of_login text := radius_said(login_hex);
  l record;
begin
  select s.id, c.password_kept, radius_policy(s.state = 'left', a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool) as policy
    into l
    from subscriptions s join access a on a.subscription_id = s.id join radius_credentials c on c.subscription_id = s.id
      join routers r on r.id = radius_router(router) and r.is_active
   where lower(s.pppoe_login) = lower(of_login) and s.pppoe_login is not null and s.state <> 'left' and s.connection_kind = 'pppoe';
  if not found then
    return;
  end if;
  if l.policy = 'off' then
    return query select l.id, of_login, 'Auth-Type', 'Reject', ':=';
    return;
  end if;
  return query select l.id, of_login, 'Cleartext-Password', radius_text(open_kept(l.password_kept, 'radius_credentials:' || l.id || ':password')), ':=';
end
$$;

-- What a line gets that has dialled in.
create function radius_reply(login_hex text, router text) returns table (id bigint, username text, attribute text, value text, op text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  of_login text := radius_said(login_hex);
  l record;
  -- Between nine and eleven tenths of the time between two reports, always the same for a login, so that they do not all come at once.
  spread numeric := 0.9 + (hashtext(of_login) & 1023) * 0.2 / 1023;
begin
  select s.id, t.*, radius_policy(s.state = 'left', a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool) as policy,
      coalesce((select (x.value #>> '{}')::int from settings x where x.key = 'sessions.interim_seconds'), 600) as interim,
      coalesce((select (x.value #>> '{}')::int from settings x where x.key = 'radius.session_hours'), 0) as hours
    into l
    from subscriptions s join access a on a.subscription_id = s.id join routers r on r.id = radius_router(router)
      cross join lateral radius_terms(s.state = 'left', a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool) t
   where lower(s.pppoe_login) = lower(of_login) and s.pppoe_login is not null and s.state <> 'left';
  if not found or not l.may_dial then
    return;
  end if;
  return query
    select l.id, of_login, x.attribute, x.value, ':='
      from (values
        ('Service-Type', 'Framed-User'),
        ('Framed-Protocol', 'PPP'),
        ('Framed-IP-Address', host(l.address)),
        ('Framed-Pool', radius_text(nullif(l.pool, ''))),
        ('Mikrotik-Group', radius_text(nullif(l.ppp_group, ''))),
        ('Mikrotik-Rate-Limit', radius_text(nullif(l.rate, ''))),
        ('Mikrotik-Address-List', radius_text(nullif(l.list, ''))),
        ('Class', '0x' || encode(convert_to(l.policy, 'UTF8'), 'hex')),
        ('Acct-Interim-Interval', round(l.interim * spread)::int::text),
        ('Session-Timeout', nullif(l.hours * 3600, 0)::text)
      ) as x (attribute, value)
     where x.value is not null;
end
$$;

-- What a router tells of a session; names and ids in hex digits. Its own clock is not asked: something happened when we hear of it, less the delay it admits to, of a day at most.
create function radius_account(
  kind text, router text, login text, session text, delay text, seconds text, address text, prefix text, caller text, port text, service text, class text,
  up text, up_giga text, down text, down_giga text, cause text
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at timestamptz := clock_timestamp() - make_interval(secs => least(coalesce(nullif(delay, '')::numeric, 0), 86400)::int);
  router_id bigint := radius_router(router);
begin
  if kind in ('Accounting-On', 'Accounting-Off') then
    return close_ppp_sessions_of_router(router_id, at)::text;
  end if;
  if kind not in ('Start', 'Interim-Update', 'Stop') then
    return 'not kept';
  end if;
  return report_ppp_session(
    case kind when 'Start' then 'start' when 'Stop' then 'stop' else 'interim' end, router_id, 'radius', radius_said(login), radius_said(session), at, nullif(seconds, '')::bigint,
    nullif(address, '')::inet, nullif(prefix, '')::cidr, replace(lower(radius_said(caller)), '-', ':'), radius_said(port),
    radius_said(service), case when class ~ '^([0-9a-f]{2}){1,64}$' then convert_from(decode(class, 'hex'), 'LATIN1') end,
    nullif(up, '')::bigint + coalesce(nullif(up_giga, '')::bigint, 0) * 4294967296, nullif(down, '')::bigint + coalesce(nullif(down_giga, '')::bigint, 0) * 4294967296,
    coalesce(nullif(cause, ''), 'unknown'));
end
$$;

-- The role of FreeRADIUS gets these and nothing else.
revoke execute on function radius_client, radius_authorize, radius_reply, radius_account from public;
