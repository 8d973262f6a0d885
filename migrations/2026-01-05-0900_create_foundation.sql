-- What every module stands on: settings, the tree of branches, staff and their sessions, audit, outbox, idempotency, files.
create extension if not exists pg_trgm;

-- Shared trigger of every insert-only table.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are immutable', regexp_replace(tg_table_name, '_(\d{4}_\d{2}|default)$', '')
    using errcode = 'restrict_violation';
end
$$;

-- A statement trigger of a partitioned table does not fire for a partition named directly, so an insert-only table's
-- refusal of TRUNCATE is repeated on each partition.
create function guard_partition(parent text, child text) returns void language plpgsql as $$
begin
  if exists (select from pg_trigger where tgrelid = parent::regclass and tgfoid = 'refuse_change'::regproc and tgtype & 32 <> 0) then
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', child || '_kept', child);
  end if;
end
$$;

-- One partition for one month of a table partitioned by range on one date or timestamptz column. Does nothing where it exists.
-- Rows of that month that already sit in the default partition are moved, so that a late call never fails.
create function make_month_partition(parent text, month date) returns void language plpgsql as $$
declare
  starts date := date_trunc('month', month)::date;
  ends date := (date_trunc('month', month) + interval '1 month')::date;
  child text := parent || to_char(date_trunc('month', month), '_YYYY_MM');
  fallback text := parent || '_default';
  key_column text;
  key_type oid;
  lower_bound text;
  upper_bound text;
  has_rows boolean := false;
  columns text;
begin
  if to_regclass(child) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('make_month_partition'), hashtext(parent));
  -- Asked of the catalogue itself: after a wait to_regclass still answers from its cache.
  if exists (select from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = parent::regclass and c.relname = child) then
    return;
  end if;
  select a.attname, a.atttypid into strict key_column, key_type
    from pg_partitioned_table p
    join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
   where p.partrelid = parent::regclass;
  -- Months of instants are UTC months: the zone of the session must not move a boundary.
  if key_type = 'timestamptz'::regtype then
    lower_bound := starts || ' 00:00:00+00';
    upper_bound := ends || ' 00:00:00+00';
  else
    lower_bound := starts::text;
    upper_bound := ends::text;
  end if;
  if to_regclass(fallback) is not null then
    execute format('select exists (select from %I where %I >= %L and %I < %L)', fallback, key_column, lower_bound, key_column, upper_bound) into has_rows;
  end if;
  if not has_rows then
    execute format('create table %I partition of %I for values from (%L) to (%L)', child, parent, lower_bound, upper_bound);
    perform guard_partition(parent, child);
    return;
  end if;
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = parent::regclass and attnum > 0 and not attisdropped and attgenerated = '';
  execute format('create table %I (like %I including all excluding identity)', child, parent);
  execute format('insert into %I (%s) select %s from %I where %I >= %L and %I < %L', child, columns, columns, fallback, key_column, lower_bound, key_column, upper_bound);
  -- The move is not a change of the rows, so the guards of an insert-only table stand aside for this one statement.
  execute format('alter table %I disable trigger user', fallback);
  execute format('delete from %I where %I >= %L and %I < %L', fallback, key_column, lower_bound, key_column, upper_bound);
  execute format('alter table %I enable trigger user', fallback);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, child, lower_bound, upper_bound);
  perform guard_partition(parent, child);
end
$$;

-- Every month from one date to another, both included; for imports and simulated years.
create function make_month_partitions_between(parent text, from_day date, to_day date) returns void language sql as $$
  select make_month_partition(parent, step::date)
    from generate_series(date_trunc('month', from_day::timestamp), date_trunc('month', to_day::timestamp), interval '1 month') as step
$$;

-- Last month, this month and the months ahead, and the default partition that catches what nobody foresaw.
create function make_month_partitions(parent text, months_ahead int) returns void language plpgsql as $$
declare
  today date := (now() at time zone 'UTC')::date;
begin
  if to_regclass(parent || '_default') is null then
    execute format('create table %I partition of %I default', parent || '_default', parent);
    perform guard_partition(parent, parent || '_default');
  end if;
  perform make_month_partitions_between(parent, (today - interval '1 month')::date, (today + make_interval(months => months_ahead))::date);
end
$$;

create table settings (
  key        text collate "C" primary key,
  value      jsonb not null,
  version    int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by bigint
);

create table branches (
  id         bigint generated always as identity primary key,
  code       text collate "C" not null constraint branches_code_key unique,
  name       text not null,
  phone      text not null default '',
  address    text not null default '',
  is_active  boolean not null default true,
  created_at timestamptz not null default now()
);

create table resellers (
  id         bigint generated always as identity primary key,
  code       text collate "C" not null constraint resellers_code_key unique,
  name       text not null,
  phone      text not null default '',
  parent_id  bigint constraint resellers_parent_fk references resellers,
  branch_id  bigint not null constraint resellers_branch_fk references branches,
  is_active  boolean not null default true,
  created_at timestamptz not null default now(),
  constraint resellers_not_own_parent check (parent_id <> id)
);
create index resellers_parent on resellers (parent_id);

create table areas (
  id         bigint generated always as identity primary key,
  parent_id  bigint constraint areas_parent_fk references areas,
  branch_id  bigint constraint areas_branch_fk references branches,
  name       text not null,
  colour     text not null default '#3b82f6' constraint areas_colour_format check (colour ~ '^#[0-9a-f]{6}$'),
  -- A ring of [longitude, latitude] pairs, or null where nobody has drawn it.
  polygon    jsonb,
  is_active  boolean not null default true,
  created_at timestamptz not null default now(),
  constraint areas_not_own_parent check (parent_id <> id),
  constraint areas_name_key unique nulls not distinct (parent_id, branch_id, name)
);

-- permissions = what the program ships for a built-in role (kept up to date at start-up) or the whole set of an own role;
-- granted and denied = what this company changed about a built-in role. In force: permissions + granted - denied.
create table roles (
  id          bigint generated always as identity primary key,
  key         text collate "C" not null constraint roles_key_key unique,
  name        text not null,
  permissions text[] not null default '{}',
  granted     text[] not null default '{}',
  denied      text[] not null default '{}',
  is_builtin  boolean not null default false,
  version     int not null default 1
);

create table users (
  id                   bigint generated always as identity primary key,
  username             text collate "C" not null,
  full_name            text not null,
  email                text not null default '',
  phone                text not null default '',
  role_id              bigint not null constraint users_role_fk references roles,
  scope_kind           text not null default 'company' check (scope_kind in ('company', 'branches', 'reseller')),
  reseller_id          bigint constraint users_reseller_fk references resellers,
  -- PHC text; null until the person has set a password by a link.
  password_hash        text,
  password_changed_at  timestamptz,
  status               text not null default 'active' check (status in ('active', 'disabled')),
  must_change_password boolean not null default false,
  locale               text not null default 'en' check (locale in ('en', 'bn')),
  theme                text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  created_at           timestamptz not null default now(),
  last_login_at        timestamptz,
  last_login_ip        inet,
  version              int not null default 1,
  constraint users_reseller_scope check ((scope_kind = 'reseller') = (reseller_id is not null))
);
create unique index users_username_key on users (lower(username));
create index users_role on users (role_id);

create table user_branches (
  user_id   bigint not null constraint user_branches_user_fk references users,
  branch_id bigint not null constraint user_branches_branch_fk references branches,
  primary key (user_id, branch_id)
);
create index user_branches_branch on user_branches (branch_id);

create table user_permissions (
  user_id    bigint not null constraint user_permissions_user_fk references users,
  permission text collate "C" not null,
  effect     text not null check (effect in ('grant', 'deny')),
  primary key (user_id, permission)
);

create table staff_sessions (
  -- sha256 of the cookie's 32 random bytes: who reads the table cannot log in with it.
  token_hash         bytea primary key,
  id                 bigint generated always as identity constraint staff_sessions_id_key unique,
  user_id            bigint not null constraint staff_sessions_user_fk references users,
  created_at         timestamptz not null,
  last_seen_at       timestamptz not null,
  expires_at         timestamptz not null,
  reauthenticated_at timestamptz not null,
  ip                 inet,
  user_agent         text,
  revoked_at         timestamptz
);
create index staff_sessions_user on staff_sessions (user_id, created_at desc);
create index staff_sessions_expiry on staff_sessions (expires_at);

create table api_tokens (
  id           bigint generated always as identity primary key,
  user_id      bigint not null constraint api_tokens_user_fk references users,
  name         text not null,
  token_hash   bytea not null constraint api_tokens_hash_key unique,
  -- The first characters, so that a person can tell tokens apart.
  prefix       text not null,
  scopes       text[] not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_tokens_user on api_tokens (user_id);

create table login_attempts (
  at         timestamptz not null,
  id         bigint generated always as identity,
  username   text collate "C" not null,
  user_id    bigint,
  ip         inet,
  user_agent text,
  outcome    text not null check (outcome in ('ok', 'wrong', 'limited', 'disabled')),
  primary key (at, id)
) partition by range (at);
create index login_attempts_username on login_attempts (username, at desc);
create index login_attempts_ip on login_attempts (ip, at desc);
create index login_attempts_user on login_attempts (user_id, at desc) where user_id is not null;
select make_month_partitions('login_attempts', 3);

create table password_reset_links (
  token_hash bytea primary key,
  user_id    bigint not null constraint password_reset_links_user_fk references users,
  created_by bigint constraint password_reset_links_creator_fk references users,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index password_reset_links_user on password_reset_links (user_id);

-- One row: the token that opens the set-up page, and the instant after which it never opens again.
create table setup_state (
  only_row     boolean primary key default true check (only_row),
  token_hash   bytea,
  issued_at    timestamptz,
  completed_at timestamptz
);

create table audit_events (
  at           timestamptz not null,
  id           bigint generated always as identity,
  actor_kind   text not null check (actor_kind in ('user', 'token', 'system')),
  actor_id     bigint,
  actor_name   text not null,
  action       text collate "C" not null,
  subject_type text collate "C" not null,
  subject_id   bigint,
  client_id    bigint,
  -- Whose books the change belongs to; null = of the whole company. What a branch or reseller may read goes by these.
  branch_id    bigint,
  reseller_id  bigint,
  before       jsonb,
  after        jsonb,
  ip           inet,
  user_agent   text,
  request_id   text,
  primary key (at, id)
) partition by range (at);
create index audit_events_client on audit_events (client_id, at desc) where client_id is not null;
create index audit_events_subject on audit_events (subject_type, subject_id, at);
create index audit_events_actor on audit_events (actor_id, at desc) where actor_id is not null;
create trigger audit_events_immutable before update or delete on audit_events for each row execute function refuse_change();
create trigger audit_events_kept before truncate on audit_events for each statement execute function refuse_change();
select make_month_partitions('audit_events', 3);

create table outbox_messages (
  created_at timestamptz not null,
  id         bigint generated always as identity,
  dedupe_key text collate "C" not null,
  kind       text collate "C" not null,
  client_id  bigint,
  user_id    bigint,
  locale     text not null default 'en' check (locale in ('en', 'bn')),
  payload    jsonb not null default '{}',
  state      text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'cancelled')),
  not_before timestamptz not null,
  primary key (created_at, id)
) partition by range (created_at);
create index outbox_messages_queued on outbox_messages (not_before, id) where state = 'queued';
create index outbox_messages_client on outbox_messages (client_id, created_at desc) where client_id is not null;
select make_month_partitions('outbox_messages', 3);

-- Uniqueness over all months, which the partitioned table cannot promise.
create table message_keys (
  dedupe_key text collate "C" primary key,
  created_at timestamptz not null
);

create table idempotency_keys (
  actor        text collate "C" not null,
  key          text collate "C" not null,
  request_hash bytea not null,
  -- Null only inside the transaction that does the work; committed rows always carry the answer.
  status       int,
  response     jsonb,
  created_at   timestamptz not null,
  primary key (actor, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table files (
  id           bigint generated always as identity primary key,
  kind         text collate "C" not null,
  name         text not null,
  content_type text not null,
  size_bytes   bigint not null check (size_bytes >= 0),
  sha256       bytea not null,
  storage_key  text collate "C" not null constraint files_storage_key_key unique,
  client_id    bigint,
  created_by   bigint,
  created_at   timestamptz not null
);
create index files_client on files (client_id) where client_id is not null;

create table holidays (
  day  date primary key,
  name text not null
);

create table saved_views (
  id         bigint generated always as identity primary key,
  -- Null = everybody's.
  user_id    bigint constraint saved_views_user_fk references users,
  entity     text collate "C" not null,
  name       text not null,
  filter     jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint saved_views_name_key unique nulls not distinct (user_id, entity, name)
);
