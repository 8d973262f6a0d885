-- Who sent a request is asked before every answer. As a function it is planned once for each connection, whatever stands between the program
-- and the server; the statement it replaces took longer to plan than to run.

create function person_identity(of_user bigint) returns jsonb language plpgsql stable set enable_seqscan = off as $$
begin
  return (select jsonb_build_object('user_id', u.id, 'username', u.username, 'role', r.key, 'permissions', r.permissions, 'granted', r.granted, 'denied', r.denied,
    'user_grants', array(select p.permission from user_permissions p where p.user_id = u.id and p.effect = 'grant'),
    'user_denials', array(select p.permission from user_permissions p where p.user_id = u.id and p.effect = 'deny'),
    'scope_kind', u.scope_kind, 'reseller_id', u.reseller_id,
    'branch_ids', array(select b.branch_id from user_branches b where b.user_id = u.id order by b.branch_id),
    'locale', u.locale, 'must_change_password', u.must_change_password)
  from users u join roles r on r.id = u.role_id where u.id = of_user and u.status = 'active');
end $$;

-- A live session's person; the session is marked as seen, once a minute at most.
create function session_identity(of_token bytea, asked_at timestamptz, idle_setting text, default_idle_minutes int) returns jsonb
  language plpgsql set enable_seqscan = off as $$
declare s record;
begin
  select id, user_id, last_seen_at, reauthenticated_at into s from staff_sessions
  where token_hash = of_token and revoked_at is null and expires_at > asked_at
    and last_seen_at > asked_at - make_interval(mins => coalesce((select (value #>> '{}')::int from settings where key = idle_setting), default_idle_minutes));
  if not found then
    return null;
  end if;
  if s.last_seen_at < asked_at - interval '1 minute' then
    update staff_sessions set last_seen_at = asked_at where token_hash = of_token;
  end if;
  return person_identity(s.user_id) || jsonb_build_object('session_id', s.id, 'reauthenticated_at', s.reauthenticated_at);
end $$;

-- A live token's person; the token is marked as used, once a minute at most.
create function token_identity(of_token bytea, asked_at timestamptz) returns jsonb language plpgsql set enable_seqscan = off as $$
declare t record;
begin
  select id, user_id, last_used_at, scopes into t from api_tokens
  where token_hash = of_token and revoked_at is null and (expires_at is null or expires_at > asked_at);
  if not found then
    return null;
  end if;
  if t.last_used_at is null or t.last_used_at < asked_at - interval '1 minute' then
    update api_tokens set last_used_at = asked_at where id = t.id;
  end if;
  return person_identity(t.user_id) || jsonb_build_object('token_id', t.id, 'scopes', t.scopes);
end $$;
