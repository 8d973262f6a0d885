-- What FreeRADIUS calls thousands of times a second: no row of a router is locked by each log-in of it, and no plan is made anew at each call
-- (PostgreSQL before 18 plans a function in SQL whenever it is called; one in PL/pgSQL once in a connection).

alter table ppp_sessions drop constraint ppp_sessions_router_id_fkey, drop constraint ppp_sessions_subscription_id_fkey;

drop function radius_policy;
drop function radius_terms;

-- What a line gets at a router with these rules, in the words that are sent, and what stands for it: `off`, else what needs a new session to change,
-- and what does not. The pool of those who have service is left out of that: an address from the pool of before is as good until the line dials again.
create function radius_terms(
  is_left boolean, desired_on boolean, static_ip inet, up_kbps int, down_kbps int, suspend_by text, suspend_target text, router_pool text,
  out may_dial boolean, out address inet, out pool text, out ppp_group text, out rate text, out list text, out policy text
) language plpgsql immutable as $$
declare
  walled_by text := case when not desired_on then suspend_by else '' end;
begin
  may_dial := not is_left and walled_by <> 'disable';
  pool := '';
  ppp_group := '';
  rate := '';
  list := '';
  policy := 'off';
  if not may_dial then
    return;
  end if;
  if walled_by = 'pool' then
    pool := suspend_target;
  else
    address := static_ip;
    pool := case when static_ip is null then router_pool else '' end;
  end if;
  if walled_by = 'profile' then
    ppp_group := suspend_target;
  elsif walled_by = 'address_list' then
    list := suspend_target;
  end if;
  -- As the router reads it: what it receives first, which is what the subscriber sends.
  rate := coalesce(up_kbps || 'k/' || down_kbps || 'k', '');
  policy := left(md5(coalesce(host(address), '') || '|' || case when walled_by = 'pool' then pool else '' end || '|' || ppp_group), 8) || '-'
    || left(md5(rate || '|' || list), 8);
end
$$;

create function radius_policy(
  is_left boolean, desired_on boolean, static_ip inet, up_kbps int, down_kbps int, suspend_by text, suspend_target text, router_pool text
) returns text language plpgsql immutable as $$
begin
  return (radius_terms(is_left, desired_on, static_ip, up_kbps, down_kbps, suspend_by, suspend_target, router_pool)).policy;
end
$$;

create or replace function line_of_login(of_login text) returns bigint language plpgsql stable as $$
begin
  return (select x.id from subscriptions x where lower(x.pppoe_login) = lower(of_login) and x.pppoe_login is not null and x.state <> 'left');
end
$$;

create or replace function close_ppp_session(s ppp_sessions, ended timestamptz, cause text) returns bigint language plpgsql as $$
begin
  insert into ppp_sessions_closed (id, router_id, subscription_id, started_at, ended_at, upload_bytes, download_bytes, source, login, acct_session_id,
    address, ipv6_prefix, caller_id, nas_port, service, policy, terminate_cause)
  values (s.id, s.router_id, s.subscription_id, s.started_at, greatest(ended, s.started_at), s.upload_bytes, s.download_bytes, s.source, s.login,
    s.acct_session_id, s.address, s.ipv6_prefix, s.caller_id, s.nas_port, s.service, s.policy, cause);
  return s.id;
end
$$;

create or replace function radius_authorize(login_hex text, router text) returns table (id bigint, username text, attribute text, value text, op text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  of_login text := radius_said(login_hex);
  l record;
begin
  select s.id, c.password_kept, a.desired_on or r.suspend_by <> 'disable' as may_dial
    into l
    from subscriptions s join access a on a.subscription_id = s.id join radius_credentials c on c.subscription_id = s.id
      join routers r on r.id = radius_router(router) and r.is_active
   where lower(s.pppoe_login) = lower(of_login) and s.pppoe_login is not null and s.state <> 'left' and s.connection_kind = 'pppoe';
  if not found then
    return;
  end if;
  if not l.may_dial then
    return query select l.id, of_login, 'Auth-Type', 'Reject', ':=';
    return;
  end if;
  return query select l.id, of_login, 'Cleartext-Password', radius_text(open_kept(l.password_kept, 'radius_credentials:' || l.id || ':password')), ':=';
end
$$;

create or replace function radius_reply(login_hex text, router text) returns table (id bigint, username text, attribute text, value text, op text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  of_login text := radius_said(login_hex);
  l record;
  -- Between nine and eleven tenths of the time between two reports, always the same for a login, so that they do not all come at once.
  spread numeric := 0.9 + (hashtext(of_login) & 1023) * 0.2 / 1023;
begin
  select s.id, t.*,
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
