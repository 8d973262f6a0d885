-- A web process keeps for a few seconds who a session or a token belongs to; whatever changes that is told to all of them when it commits.
-- Marks of use (last_seen_at, last_used_at) and new sessions change nobody.

create function notify_identity_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('identity_changed', '');
  return null;
end $$;

create trigger roles_identity after update or delete on roles for each statement execute function notify_identity_change();
create trigger users_identity after update of username, role_id, scope_kind, reseller_id, status, must_change_password, locale or delete on users
  for each statement execute function notify_identity_change();
create trigger user_permissions_identity after insert or update or delete on user_permissions for each statement execute function notify_identity_change();
create trigger user_branches_identity after insert or update or delete on user_branches for each statement execute function notify_identity_change();
create trigger staff_sessions_identity after update of token_hash, user_id, expires_at, reauthenticated_at, revoked_at or delete on staff_sessions
  for each statement execute function notify_identity_change();
create trigger api_tokens_identity after update of token_hash, user_id, scopes, expires_at, revoked_at or delete on api_tokens
  for each statement execute function notify_identity_change();
