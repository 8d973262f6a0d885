-- The whole database as the migrations leave it: for reading, and so that a change of it shows in a diff.
-- Made by "npm run db:schema"; nothing loads it. Partitions are left out.

create extension pg_trgm;

create extension pgcrypto;

CREATE OR REPLACE FUNCTION access_hash(desired_on boolean, profile text, static_ip inet)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to(((((CASE WHEN desired_on THEN 'on'::text ELSE 'off'::text END || '|'::text) || profile) || '|'::text) || COALESCE(host(static_ip), ''::text)), 'UTF8'::name))
;

CREATE OR REPLACE FUNCTION anchor_in(first_of_month date, anchor_day integer)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN LEAST((first_of_month + (anchor_day - 1)), (((first_of_month + '1 mon'::interval))::date - 1))
;

CREATE OR REPLACE FUNCTION announce_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('changes', tg_table_name || ':' || new.id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION announce_olt()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('changes', 'olts:' || new.olt_id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION announce_router()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('changes', 'routers:' || new.router_id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION announce_router_reading()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('changes', 'routers:' || new.router_id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION audit_event_hash(at timestamp with time zone, id bigint, actor_kind text, actor_id bigint, actor_name text, action text, subject_type text, subject_id bigint, client_id bigint, branch_id bigint, reseller_id bigint, before jsonb, after jsonb, ip inet, user_agent text, request_id text)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN sha256(convert_to((jsonb_build_array(((EXTRACT(epoch FROM at) * (1000000)::numeric))::bigint, id, actor_kind, actor_id, actor_name, action, subject_type, subject_id, client_id, branch_id, reseller_id, before, after, host(ip), user_agent, request_id))::text, 'UTF8'::name))
;

CREATE OR REPLACE FUNCTION close_ppp_session(s ppp_sessions, ended timestamp with time zone, cause text)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
begin
  insert into ppp_sessions_closed (id, router_id, subscription_id, started_at, ended_at, upload_bytes, download_bytes, source, login, acct_session_id,
    address, ipv6_prefix, caller_id, nas_port, service, policy, terminate_cause)
  values (s.id, s.router_id, s.subscription_id, s.started_at, greatest(ended, s.started_at), s.upload_bytes, s.download_bytes, s.source, s.login,
    s.acct_session_id, s.address, s.ipv6_prefix, s.caller_id, s.nas_port, s.service, s.policy, cause);
  perform count_pending(s);
  return s.id;
end
$function$
;

CREATE OR REPLACE FUNCTION close_ppp_sessions_of_router(of_router bigint, at timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
AS $function$
  with gone as (delete from ppp_sessions p where p.router_id = of_router and p.started_at < at returning p)
  select count(close_ppp_session((g.p), at, 'restarted')) from gone g
$function$
;

CREATE OR REPLACE FUNCTION close_silent_ppp_sessions(of_source text, since timestamp with time zone, most integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$
  with silent as (select p.id from ppp_sessions p where p.source = of_source and p.updated_at < since order by p.id limit most for update skip locked),
    gone as (delete from ppp_sessions p using silent where p.id = silent.id returning p)
  select count(close_ppp_session((g.p), (g.p).updated_at, 'lost')) from gone g
$function$
;

CREATE OR REPLACE FUNCTION count_pending(s ppp_sessions)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if s.subscription_id is not null and (s.upload_bytes > s.counted_upload_bytes or s.download_bytes > s.counted_download_bytes or s.samples <> '{}') then
    insert into usage_inbox (subscription_id, hour, upload_bytes, download_bytes, samples)
    values (s.subscription_id, hour_of(s.updated_at), s.upload_bytes - s.counted_upload_bytes, s.download_bytes - s.counted_download_bytes, s.samples);
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION count_usage(line bigint, since timestamp with time zone, till timestamp with time zone, up bigint, down bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION counted_lately(line bigint)
 RETURNS TABLE(hour timestamp with time zone, upload_bytes bigint, download_bytes bigint, samples integer[])
 LANGUAGE sql
 STABLE
AS $function$
  select i.hour, i.upload_bytes, i.download_bytes, i.samples from usage_inbox i where i.subscription_id = line
  union all
  select hour_of(p.updated_at), p.upload_bytes - p.counted_upload_bytes, p.download_bytes - p.counted_download_bytes, p.samples
    from ppp_sessions p where p.subscription_id = line
$function$
;

CREATE OR REPLACE FUNCTION cycle_end(day date, anchor_day integer)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN anchor_in(((date_trunc('month'::text, (cycle_start(day, anchor_day))::timestamp without time zone) + '1 mon'::interval))::date, anchor_day)
;

CREATE OR REPLACE FUNCTION cycle_start(day date, anchor_day integer)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (day >= anchor_in((date_trunc('month'::text, (day)::timestamp without time zone))::date, anchor_day)) THEN anchor_in((date_trunc('month'::text, (day)::timestamp without time zone))::date, anchor_day) ELSE anchor_in(((date_trunc('month'::text, (day)::timestamp without time zone) - '1 mon'::interval))::date, anchor_day) END
;

CREATE OR REPLACE FUNCTION div_round_half_up(numerator numeric, denominator numeric)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((sign(numerator) * div(((abs(numerator) * (2)::numeric) + denominator), (denominator * (2)::numeric))))::bigint
;

CREATE OR REPLACE FUNCTION document_code(pattern text, fiscal_year integer, owner_code text, number bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN replace(replace(replace(regexp_replace(pattern, '\{n(:\d+)?\}'::text, lpad((number)::text, GREATEST(length((number)::text), COALESCE(("substring"(pattern, '\{n:(\d+)\}'::text))::integer, 1)), '0'::text)), '{yyyy}'::text, (fiscal_year)::text), '{yy}'::text, lpad(((fiscal_year % 100))::text, 2, '0'::text)), '{owner}'::text, owner_code)
;

CREATE OR REPLACE FUNCTION document_payment(p jsonb, OUT receipt text, OUT earlier_payment_id bigint)
 RETURNS record
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
declare
  pay jsonb := p->'payment';
  pay_id bigint := (pay->>'id')::bigint;
  taken record;
begin
  if p ? 'series' then
    select * into taken from take_number('receipt', p->'series'->>'owner', (p->'series'->>'fiscal_year')::int, p->'series'->>'pattern');
    receipt := document_code(taken.pattern, (p->'series'->>'fiscal_year')::int, p->'series'->>'owner_code', taken.number);
  else
    select null::bigint as series_id, null::bigint as number into taken;
  end if;
  insert into payments (id, client_id, branch_id, reseller_id, wallet_id, gateway_id, method, amount_minor, rounding_minor, source, source_ref, trx_id, value_on,
    recorded_at, received_by, receipt_series_id, receipt_number, receipt_code, note)
  values (pay_id, (pay->>'client_id')::bigint, (pay->>'branch_id')::bigint, (pay->>'reseller_id')::bigint, (pay->>'wallet_id')::bigint, (pay->>'gateway_id')::bigint,
    pay->>'method', (pay->>'amount_minor')::bigint, (pay->>'rounding_minor')::bigint, pay->>'source', pay->>'source_ref', pay->>'trx_id', (pay->>'value_on')::date,
    (pay->>'recorded_at')::timestamptz, (pay->>'received_by')::bigint, taken.series_id, taken.number, receipt, pay->>'note');
  if pay->>'trx_id' is not null then
    insert into payment_trx_ids (method, trx_id, payment_id) values (pay->>'method', pay->>'trx_id', pay_id) on conflict do nothing;
    if not found then
      select t.payment_id into earlier_payment_id from payment_trx_ids t where t.method = pay->>'method' and t.trx_id = pay->>'trx_id';
      return;
    end if;
  end if;
  perform write_audit_event(jsonb_set(p->'audit', '{after,receipt_code}', coalesce(to_jsonb(receipt), 'null')));
  if p ? 'notice' then
    perform queue_message(jsonb_set(p->'notice', '{payload,receipt_code}', coalesce(to_jsonb(receipt), 'null')));
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION entry_hash(booked_on date, id bigint, kind text, document_kind text, document_id bigint, reverses_id bigint, recorded_at timestamp with time zone, recorded_by bigint, memo text, postings text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to(((((((((((((((((((((booked_on - '2000-01-01'::date))::text || '|'::text) || (id)::text) || '|'::text) || kind) || '|'::text) || document_kind) || '|'::text) || (document_id)::text) || '|'::text) || COALESCE((reverses_id)::text, ''::text)) || '|'::text) || (((EXTRACT(epoch FROM recorded_at) * (1000000)::numeric))::bigint)::text) || '|'::text) || COALESCE((recorded_by)::text, ''::text)) || '|'::text) || COALESCE(memo, ''::text)) || '|'::text) || postings), 'UTF8'::name))
;

CREATE OR REPLACE FUNCTION fingerprint(key bigint, amount bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((amount % (2147483647)::bigint) * ((hashint8(key))::bigint & (2147483647)::bigint))
;

CREATE OR REPLACE FUNCTION fold_optical_day(of_day date, at_now timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  folded bigint;
begin
  perform make_month_partition('optical_hours', of_day);
  insert into optical_hours as t (onu_id, day, hours)
  select onu_id, of_day, array_agg(array[hour, n, rx_min, rx_mean, rx_max, olt_min, olt_mean, olt_max]::smallint[] order by hour)
    from (select onu_id, extract(hour from at at time zone 'UTC')::smallint as hour, least(count(*), 32767)::smallint as n,
            coalesce(min(rx_centi_dbm), -32768)::smallint as rx_min, coalesce(round(avg(rx_centi_dbm)), -32768)::smallint as rx_mean,
            coalesce(max(rx_centi_dbm), -32768)::smallint as rx_max, coalesce(min(olt_rx_centi_dbm), -32768)::smallint as olt_min,
            coalesce(round(avg(olt_rx_centi_dbm)), -32768)::smallint as olt_mean, coalesce(max(olt_rx_centi_dbm), -32768)::smallint as olt_max
          from optical_samples where at >= of_day::timestamp at time zone 'UTC' and at < (of_day + 1)::timestamp at time zone 'UTC'
           group by 1, 2) by_hour
   group by onu_id order by onu_id
  on conflict (onu_id, day) do update set hours = excluded.hours where t.hours is distinct from excluded.hours;
  get diagnostics folded = row_count;
  insert into optical_folds (day, folded_at) values (of_day, at_now) on conflict (day) do update set folded_at = excluded.folded_at;
  return folded;
end
$function$
;

CREATE OR REPLACE FUNCTION fold_traffic_day(of_day date, at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  folded bigint;
begin
  perform make_month_partition('traffic_days', of_day);
  insert into traffic_days as t (subscription_id, day, hours)
  select subscription_id, of_day, array_agg(array[extract(hour from hour at time zone 'UTC')::int, up_kib, down_kib, up_peak_kbps, down_peak_kbps] order by hour)
    from traffic_samples where hour >= of_day::timestamp at time zone 'UTC' and hour < (of_day + 1)::timestamp at time zone 'UTC'
   group by subscription_id order by subscription_id
  on conflict (subscription_id, day) do update set hours = excluded.hours where t.hours is distinct from excluded.hours;
  get diagnostics folded = row_count;
  insert into traffic_folds (day, folded_at) values (of_day, at) on conflict (day) do update set folded_at = excluded.folded_at;
  return folded;
end
$function$
;

CREATE OR REPLACE FUNCTION fold_usage(most integer)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION guard_partition(parent text, child text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from pg_trigger where tgrelid = parent::regclass and tgfoid = 'refuse_change'::regproc and tgtype & 32 <> 0) then
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', child || '_kept', child);
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION hash_audit_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.content_hash := audit_event_hash(new.at, new.id, new.actor_kind, new.actor_id, new.actor_name, new.action, new.subject_type, new.subject_id,
    new.client_id, new.branch_id, new.reseller_id, new.before, new.after, new.ip, new.user_agent, new.request_id);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION hour_of(at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select date_bin('1 hour', at, timestamptz '2000-01-01 00:00:00+00')
$function$
;

CREATE OR REPLACE FUNCTION income_account(item text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE item WHEN 'package'::text THEN 15 WHEN 'addon'::text THEN 16 WHEN 'late_fee'::text THEN 18 WHEN 'opening'::text THEN 14 ELSE 17 END
;

CREATE OR REPLACE FUNCTION invoice_status(b invoice_balances, today date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((b).voided_minor > 0) THEN 'void'::text WHEN ((b).open_minor = 0) THEN 'paid'::text WHEN (today > (b).due_on) THEN 'overdue'::text WHEN ((b).open_minor < (b).total_minor) THEN 'partial'::text ELSE 'unpaid'::text END
;

CREATE OR REPLACE FUNCTION late_fee_of(open_minor bigint, fixed_minor bigint, rate_bp integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (open_minor <= 0) THEN (0)::bigint ELSE (fixed_minor + div_round_half_up(((open_minor)::numeric * (rate_bp)::numeric), (10000)::numeric)) END
;

CREATE OR REPLACE FUNCTION line_of_login(of_login text)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (select x.id from subscriptions x where lower(x.pppoe_login) = lower(of_login) and x.pppoe_login is not null and x.state <> 'left');
end
$function$
;

CREATE OR REPLACE FUNCTION list_changed_clients()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare ids bigint[];
begin
  select array_agg(n.id) into ids from new_rows n join old_rows o on o.id = n.id
    where (n.code, n.name, n.joined_on, n.branch_id, n.area_id, n.reseller_id, n.is_vip, n.is_whitelisted, n.deleted_at is null, n.tags)
      is distinct from (o.code, o.name, o.joined_on, o.branch_id, o.area_id, o.reseller_id, o.is_vip, o.is_whitelisted, o.deleted_at is null, o.tags);
  if ids is not null then perform refresh_client_list(ids); end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION list_changed_lines()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare ids bigint[];
begin
  select array_agg(distinct n.client_id) into ids from new_rows n join old_rows o on o.id = n.id
    where (n.client_id, n.state, n.package_id, n.router_id, n.expires_on, n.billing_mode, n.connection_kind)
      is distinct from (o.client_id, o.state, o.package_id, o.router_id, o.expires_on, o.billing_mode, o.connection_kind);
  if ids is not null then perform refresh_client_list(ids); end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION list_new_clients()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into client_list (client_id, subscription_id, code, sort_name, joined_on, branch_id, area_id, reseller_id, state, is_vip, is_whitelisted, is_deleted, tags)
  select id, 0, code, lower(name), joined_on, branch_id, area_id, reseller_id, 'none', is_vip, is_whitelisted, deleted_at is not null, tags from new_rows;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION list_new_lines()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare ids bigint[];
begin
  select array_agg(distinct client_id) into ids from new_rows;
  if ids is not null then perform refresh_client_list(ids); end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION list_removed_clients()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from client_list l using old_rows o where l.client_id = o.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION list_removed_lines()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare ids bigint[];
begin
  select array_agg(distinct client_id) into ids from old_rows;
  if ids is not null then perform refresh_client_list(ids); end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION lock_client_balance(of_client bigint)
 RETURNS void
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  perform 1 from client_balances where client_id = of_client for update;
  if not found and exists (select 1 from clients where id = of_client) then
    insert into client_balances (client_id) values (of_client) on conflict do nothing;
    perform 1 from client_balances where client_id = of_client for update;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION lock_ppp_session(of_router bigint, by_source text, of_login text, of_session text)
 RETURNS text
 LANGUAGE sql
AS $function$
  select case when by_source = 'radius' then pg_advisory_xact_lock(hashtextextended(of_session || ' ' || of_login, of_router))::text
    else pg_advisory_xact_lock(hashtext('ppp_sessions'), (of_router * 128 + (hashtext(of_session || ' ' || of_login) & 127))::int)::text end
$function$
;

CREATE OR REPLACE FUNCTION make_day_partition(parent text, day date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  child text := parent || to_char(day, '_YYYY_MM_DD');
  key_type oid;
  suffix text;
begin
  if to_regclass(child) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('make_day_partition'), hashtext(parent));
  -- Asked of the catalogue itself: after a wait to_regclass still answers from its cache.
  if exists (select from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = parent::regclass and c.relname = child) then
    return;
  end if;
  select a.atttypid into strict key_type
    from pg_partitioned_table p join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0] where p.partrelid = parent::regclass;
  -- Days of instants are UTC days: the zone of the session must not move a boundary.
  suffix := case when key_type = 'timestamptz'::regtype then ' 00:00:00+00' else '' end;
  execute format('create table %I partition of %I for values from (%L) to (%L)', child, parent, day || suffix, day + 1 || suffix);
end
$function$
;

CREATE OR REPLACE FUNCTION make_month_partition(parent text, month date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION make_month_partitions(parent text, months_ahead integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  today date := (now() at time zone 'UTC')::date;
begin
  if to_regclass(parent || '_default') is null then
    execute format('create table %I partition of %I default', parent || '_default', parent);
    perform guard_partition(parent, parent || '_default');
  end if;
  perform make_month_partitions_between(parent, (today - interval '1 month')::date, (today + make_interval(months => months_ahead))::date);
end
$function$
;

CREATE OR REPLACE FUNCTION make_month_partitions_between(parent text, from_day date, to_day date)
 RETURNS void
 LANGUAGE sql
AS $function$
  select make_month_partition(parent, step::date)
    from generate_series(date_trunc('month', from_day::timestamp), date_trunc('month', to_day::timestamp), interval '1 month') as step
$function$
;

CREATE OR REPLACE FUNCTION notify_identity_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('identity_changed', '');
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION open_kept(kept bytea, place text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION open_polled_sessions(of_router bigint, at timestamp with time zone, seen jsonb, places bigint[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION pack_traffic(part integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SET work_mem TO '128MB'
AS $function$
declare
  inbox text := format('traffic_inbox_%s', part);
  hours text := format(
    'insert into traffic_samples as t (hour, subscription_id, up_kib, down_kib, up_peak_kbps, down_peak_kbps, samples)
     select to_timestamp(hour * 3600.0), subscription_id, least(sum(up_kib), 2147483647), least(sum(down_kib), 2147483647),
       least(max(up_kib * 8.192::float8 / seconds), 2147483647), least(max(down_kib * 8.192::float8 / seconds), 2147483647),
       array_agg(array[second::int << 16 | seconds, up_kib, down_kib])
     from %I group by hour, subscription_id order by hour, subscription_id', inbox);
  added constant text := '
     on conflict (hour, subscription_id) do update set samples = t.samples || excluded.samples,
       up_kib = least(t.up_kib::bigint + excluded.up_kib, 2147483647), down_kib = least(t.down_kib::bigint + excluded.down_kib, 2147483647),
       up_peak_kbps = greatest(t.up_peak_kbps, excluded.up_peak_kbps), down_peak_kbps = greatest(t.down_peak_kbps, excluded.down_peak_kbps)';
  day date;
  packed bigint;
begin
  execute format('lock table %I in share row exclusive mode', inbox);
  for attempt in 1..3 loop
    begin
      execute hours;
      get diagnostics packed = row_count;
      exit;
    exception
      -- Something of the hour came after it was packed; it is added.
      when unique_violation then
        hours := hours || added;
      -- The day has no partition yet.
      when check_violation then
        if attempt = 3 then raise; end if;
        for day in execute format('select distinct (to_timestamp(h * 3600.0) at time zone ''UTC'')::date from (select distinct hour as h from %I) hours', inbox) loop
          perform make_day_partition('traffic_samples', day);
        end loop;
    end;
  end loop;
  execute format('truncate %I', inbox);
  return packed;
end
$function$
;

CREATE OR REPLACE FUNCTION payment_facts(of_client bigint, of_wallet bigint, of_kinds text[], of_user bigint, of_method text, of_trx text, of_day date, of_settings text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  perform lock_client_balance(of_client);
  return (select jsonb_build_object(
    'payment_id', nextval('payments_id_seq'),
    'client', (select jsonb_build_object('branch_id', c.branch_id, 'reseller_id', c.reseller_id, 'code', c.code, 'name', c.name, 'locale', c.locale,
      'is_deleted', c.deleted_at is not null) from clients c where c.id = of_client),
    'debts', (select jsonb_agg(jsonb_build_array(d.invoice_id, d.open_minor, d.due_on, i.branch_id, i.kind, i.code, nextval('allocations_id_seq')) order by d.due_on, d.invoice_id)
      from (select invoice_id, open_minor, due_on from invoice_balances where client_id = of_client and open_minor > 0 order by due_on, invoice_id limit 1000) d
      join invoices i on i.id = d.invoice_id),
    'wallets', (select jsonb_agg(jsonb_build_object('id', w.id, 'code', w.code, 'name', w.name, 'kind', w.kind, 'branch_id', w.branch_id, 'owner_user_id', w.owner_user_id,
      'is_active', w.is_active) order by w.id)
      from (select * from wallets w where w.id = of_wallet
        union all select * from (select * from wallets w where of_wallet is null and w.is_active and w.kind = any (of_kinds)
          and (w.kind <> 'drawer' or w.owner_user_id = of_user) order by w.id limit 50) x) w),
    'earlier', (select jsonb_build_object('payment_id', p.id, 'receipt_code', p.receipt_code, 'recorded_at', p.recorded_at) from payment_trx_ids t join payments p on p.id = t.payment_id
      where t.method = of_method and t.trx_id = of_trx),
    'is_month_closed', exists (select 1 from months where month = date_trunc('month', of_day::timestamp)::date and closed_at is not null),
    'is_cut_for_billing', exists (select 1 from subscriptions s join access_reasons r on r.subscription_id = s.id and r.reason = 'billing' where s.client_id = of_client),
    'settings', (select jsonb_object_agg(key, value) from settings where key = any (of_settings))));
end $function$
;

CREATE OR REPLACE FUNCTION person_identity(of_user bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET enable_seqscan TO 'off'
AS $function$
begin
  return (select jsonb_build_object('user_id', u.id, 'username', u.username, 'role', r.key, 'permissions', r.permissions, 'granted', r.granted, 'denied', r.denied,
    'user_grants', array(select p.permission from user_permissions p where p.user_id = u.id and p.effect = 'grant'),
    'user_denials', array(select p.permission from user_permissions p where p.user_id = u.id and p.effect = 'deny'),
    'scope_kind', u.scope_kind, 'reseller_id', u.reseller_id,
    'branch_ids', array(select b.branch_id from user_branches b where b.user_id = u.id order by b.branch_id),
    'locale', u.locale, 'must_change_password', u.must_change_password)
  from users u join roles r on r.id = u.role_id where u.id = of_user and u.status = 'active');
end $function$
;

CREATE OR REPLACE FUNCTION poll_ppp_sessions(of_router bigint, at timestamp with time zone, seen jsonb, is_complete boolean, OUT opened integer, OUT refreshed integer, OUT closed integer)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION polled_sessions(seen jsonb, at timestamp with time zone)
 RETURNS TABLE(n bigint, login text, session_id text, seconds bigint, began timestamp with time zone, address inet, ipv6_prefix cidr, caller_id text, port text, service text, upload_bytes bigint, download_bytes bigint)
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select e.n, r.login, r.session_id, r.seconds, at - make_interval(secs => greatest(coalesce(r.seconds, 0), 0)), r.address, r.ipv6_prefix, coalesce(r.caller_id, ''),
    coalesce(r.port, ''), coalesce(r.service, ''), r.upload_bytes, r.download_bytes
  from jsonb_array_elements(seen) with ordinality as e (said, n), jsonb_to_record(e.said) as r (login text, session_id text, seconds bigint, address inet, ipv6_prefix cidr,
    caller_id text, port text, service text, upload_bytes bigint, download_bytes bigint)
$function$
;

CREATE OR REPLACE FUNCTION pon_order(pon text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select string_agg(lpad(part, 5, '0'), '/' order by n) from unnest(string_to_array(pon, '/')) with ordinality as t (part, n)
$function$
;

CREATE OR REPLACE FUNCTION post_entries(drafts jsonb, entered_at timestamp with time zone, entered_by bigint)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
declare ids bigint[];
begin
  with input as materialized (
    select nextval('entries_id_seq') as id, (e.n - 1)::int as n, d.*
    from jsonb_array_elements(drafts) with ordinality as e(draft, n), jsonb_to_record(e.draft) as d(booked_on date, kind text, document_kind text,
      document_id bigint, reverses_id bigint, memo text, postings jsonb)
  ), lines as materialized (
    select i.id as entry_id, i.booked_on, p.*
    from input i, jsonb_to_recordset(i.postings) as p(line_no smallint, account_id bigint, amount_minor bigint, client_id bigint,
      wallet_id bigint, gateway_id bigint, branch_id bigint)
  ), canonical as (
    select entry_id, string_agg(posting_canonical(line_no, account_id, amount_minor, client_id, wallet_id, null, null, gateway_id, branch_id),
      ';' order by line_no) as text
    from lines group by entry_id
  ), written as (
    insert into entries (booked_on, id, kind, document_kind, document_id, reverses_id, recorded_at, recorded_by, memo, content_hash)
    select booked_on, id, kind, document_kind, document_id, reverses_id, entered_at, entered_by, memo,
      entry_hash(booked_on, id, kind, document_kind, document_id, reverses_id, entered_at, entered_by, memo, text)
    from input join canonical on entry_id = id
  ), sources as (
    insert into entry_sources (kind, document_id, entry_id, booked_on) select kind, document_id, id, booked_on from input
  ), posted as (
    insert into postings (booked_on, entry_id, line_no, account_id, amount_minor, client_id, wallet_id, gateway_id, branch_id)
    select booked_on, entry_id, line_no, account_id, amount_minor, client_id, wallet_id, gateway_id, branch_id from lines
  ), of_clients as (
    update client_balances b set receivable_minor = receivable_minor + m.receivable, credit_minor = credit_minor + m.credit
    from (select client_id, coalesce(sum(amount_minor) filter (where account_id = 3), 0)::bigint as receivable,
            coalesce(-sum(amount_minor) filter (where account_id = 7), 0)::bigint as credit
          from lines where client_id is not null and account_id in (3, 7) group by client_id) m
    where b.client_id = m.client_id
  ), of_wallets as (
    update wallet_balances b set balance_minor = balance_minor + m.amount
    from (select wallet_id, sum(amount_minor)::bigint as amount from lines where wallet_id is not null group by wallet_id) m
    where b.wallet_id = m.wallet_id
  )
  select array_agg(id order by n) into ids from input;
  return ids;
end $function$
;

CREATE OR REPLACE FUNCTION posting_canonical(line_no smallint, account_id bigint, amount_minor bigint, client_id bigint, wallet_id bigint, reseller_id bigint, employee_id bigint, gateway_id bigint, branch_id bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (((((((((((((((((line_no)::text || ','::text) || (account_id)::text) || ','::text) || (amount_minor)::text) || ','::text) || COALESCE((client_id)::text, ''::text)) || ','::text) || COALESCE((wallet_id)::text, ''::text)) || ','::text) || COALESCE((reseller_id)::text, ''::text)) || ','::text) || COALESCE((employee_id)::text, ''::text)) || ','::text) || COALESCE((gateway_id)::text, ''::text)) || ','::text) || COALESCE((branch_id)::text, ''::text))
;

CREATE OR REPLACE FUNCTION prorated(unit_price_minor bigint, quantity_milli bigint, days integer, cycle_days integer, basis text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (days <= 0) THEN (0)::bigint WHEN ((days >= cycle_days) OR (basis = 'none'::text)) THEN div_round_half_up(((unit_price_minor)::numeric * (quantity_milli)::numeric), (1000)::numeric) WHEN (basis = 'fixed_30'::text) THEN div_round_half_up((((unit_price_minor)::numeric * (quantity_milli)::numeric) * (LEAST(days, 30))::numeric), (30000)::numeric) ELSE div_round_half_up((((unit_price_minor)::numeric * (quantity_milli)::numeric) * (days)::numeric), ((1000 * cycle_days))::numeric) END
;

CREATE OR REPLACE FUNCTION queue_message(m jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  insert into message_keys (dedupe_key, created_at) values (m->>'dedupe_key', (m->>'created_at')::timestamptz) on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into outbox_messages (created_at, dedupe_key, kind, client_id, user_id, locale, payload, not_before)
  values ((m->>'created_at')::timestamptz, m->>'dedupe_key', m->>'kind', (m->>'client_id')::bigint, (m->>'user_id')::bigint, m->>'locale', m->'payload',
    (m->>'not_before')::timestamptz);
  return true;
end $function$
;

CREATE OR REPLACE FUNCTION radius_account(kind text, router text, login text, session text, delay text, seconds text, address text, prefix text, caller text, port text, service text, class text, up text, up_giga text, down text, down_giga text, cause text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION radius_authorize(login_hex text, router text)
 RETURNS TABLE(id bigint, username text, attribute text, value text, op text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION radius_client(address text, want text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION radius_differs(given text, wanted text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when given is null then wanted = 'off' else given <> wanted end
$function$
;

CREATE OR REPLACE FUNCTION radius_drifts(line bigint, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from ppp_sessions p join radius_routers x on x.router_id = p.router_id join routers r on r.id = p.router_id
      join subscriptions s on s.id = p.subscription_id join access a on a.subscription_id = s.id
    where p.subscription_id = line
      and radius_differs(p.policy,
        radius_policy(s.state = 'left', a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool))
      and not exists (select from radius_commands c where c.at > radius_drifts.at - interval '1 minute' and c.session_id = p.id and c.outcome = 'done' and c.kind <> 'change'))
$function$
;

CREATE OR REPLACE FUNCTION radius_log_in(login_hex text, router text)
 RETURNS TABLE(id bigint, username text, attribute text, value text, op text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION radius_policy(is_left boolean, desired_on boolean, static_ip inet, up_kbps integer, down_kbps integer, suspend_by text, suspend_target text, router_pool text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
begin
  return (radius_terms(is_left, desired_on, static_ip, up_kbps, down_kbps, suspend_by, suspend_target, router_pool)).policy;
end
$function$
;

CREATE OR REPLACE FUNCTION radius_refused(router text, login_hex text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into radius_refusals as f (subscription_id, router_id, began_at, refused_at)
  select s.id, r.id, clock_timestamp(), clock_timestamp()
    from subscriptions s join access a on a.subscription_id = s.id join radius_credentials c on c.subscription_id = s.id
      join routers r on r.id = radius_router(router) and r.is_active
      cross join lateral radius_terms(false, a.desired_on, a.static_ip, a.upload_kbps, a.download_kbps, r.suspend_by, r.suspend_target, r.address_pool) t
   where lower(s.pppoe_login) = lower(radius_said(login_hex)) and s.pppoe_login is not null and s.state <> 'left' and s.connection_kind = 'pppoe' and t.may_dial
  on conflict (subscription_id) do update
     set router_id = excluded.router_id, refused_at = excluded.refused_at,
       began_at = case when f.refused_at < excluded.refused_at - interval '1 hour' then excluded.began_at else f.began_at end
   where f.refused_at < excluded.refused_at - interval '1 minute';
  return 1;
end
$function$
;

CREATE OR REPLACE FUNCTION radius_reply(login_hex text, router text)
 RETURNS TABLE(id bigint, username text, attribute text, value text, op text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION radius_router(name text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when left(name, 7) = 'router-' then substr(name, 8)::bigint end
$function$
;

CREATE OR REPLACE FUNCTION radius_said(value text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select convert_from(decode(value, 'hex'), 'UTF8')
$function$
;

CREATE OR REPLACE FUNCTION radius_terms(is_left boolean, desired_on boolean, static_ip inet, up_kbps integer, down_kbps integer, suspend_by text, suspend_target text, router_pool text, OUT may_dial boolean, OUT address inet, OUT pool text, OUT ppp_group text, OUT rate text, OUT list text, OUT policy text)
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION radius_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select '"' || replace(replace(value, '\', '\\'), '"', '\"') || '"'
$function$
;

CREATE OR REPLACE FUNCTION record_payment(p jsonb, OUT receipt text, OUT earlier_payment_id bigint)
 RETURNS record
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  perform settle_payment(p);
  select d.receipt, d.earlier_payment_id into receipt, earlier_payment_id from document_payment(p) d;
end $function$
;

CREATE OR REPLACE FUNCTION refresh_client_list(ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform 1 from client_list where client_id = any (ids) order by client_id, subscription_id for update;
  delete from client_list l where l.client_id = any (ids)
    and not exists (select 1 from client_list_source w where w.client_id = l.client_id and w.subscription_id = l.subscription_id);
  insert into client_list select * from client_list_source where client_id = any (ids)
  on conflict (client_id, subscription_id) do update set
    code = excluded.code, sort_name = excluded.sort_name, joined_on = excluded.joined_on, branch_id = excluded.branch_id, area_id = excluded.area_id,
    reseller_id = excluded.reseller_id, state = excluded.state, package_id = excluded.package_id, router_id = excluded.router_id,
    expires_on = excluded.expires_on, is_vip = excluded.is_vip, is_whitelisted = excluded.is_whitelisted, is_deleted = excluded.is_deleted,
    tags = excluded.tags, connection_kind = excluded.connection_kind
  where client_list.* is distinct from excluded.*;
end $function$
;

CREATE OR REPLACE FUNCTION refresh_polled_sessions(of_router bigint, at timestamp with time zone, seen jsonb)
 RETURNS bigint[]
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are immutable', regexp_replace(tg_table_name, '_(\d{4}_\d{2}|default)$', '')
    using errcode = 'restrict_violation';
end
$function$
;

CREATE OR REPLACE FUNCTION refuse_closed_month()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare closed date;
begin
  select m.month into closed from months m
    where m.closed_at is not null and exists (select 1 from new_rows n where n.booked_on >= m.month and n.booked_on < m.month + interval '1 month')
    limit 1;
  if closed is not null then
    raise exception 'month % is closed', to_char(closed, 'YYYY-MM') using errcode = 'check_violation', constraint = 'month_is_open';
  end if;
  if exists (select 1 from new_rows n where n.recorded_at < (select sealed_until from seals where book = 'ledger' order by sealed_until desc limit 1)) then
    raise exception 'the hour of this entry is already sealed' using errcode = 'check_violation', constraint = 'hour_is_open';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION refuse_overlapping_terms()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from subscription_terms t where t.subscription_id = new.subscription_id and t.starts_on <> new.starts_on
      and t.starts_on < coalesce(new.ends_on, 'infinity') and coalesce(t.ends_on, 'infinity') > new.starts_on) then
    raise exception 'terms of subscription % overlap', new.subscription_id using errcode = 'exclusion_violation', constraint = 'terms_do_not_overlap';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION refuse_sealed_audit_hour()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from new_rows n where n.at < (select sealed_until from seals where book = 'audit' order by sealed_until desc limit 1)) then
    raise exception 'the hour of this audit row is already sealed' using errcode = 'check_violation', constraint = 'audit_hour_is_open';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION refuse_unbalanced_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare bad bigint;
begin
  select entry_id into bad from new_rows group by booked_on, entry_id having sum(amount_minor) <> 0 limit 1;
  if bad is not null then
    raise exception 'entry % does not sum to zero', bad using errcode = 'check_violation', constraint = 'entry_sums_to_zero';
  end if;
  select account_id into bad from (select distinct account_id from new_rows) n where not exists (select 1 from accounts a where a.id = n.account_id) limit 1;
  if bad is not null then
    raise exception 'there is no account %', bad using errcode = 'foreign_key_violation', constraint = 'postings_account_id_fkey';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION report_ppp_session(kind text, of_router bigint, by_source text, of_login text, of_session text, at timestamp with time zone, seconds bigint, of_address inet, of_prefix cidr, of_caller text, of_port text, of_service text, of_policy text, up bigint, down bigint, cause text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION reported_sample(since timestamp with time zone, till timestamp with time zone, up bigint, down bigint)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when till - since between interval '1 second' and interval '32767 seconds'
    then array[floor(extract(epoch from till - hour_of(till)))::int << 16 | floor(extract(epoch from till - since))::int, least(up >> 10, 2147483647)::int, least(down >> 10, 2147483647)::int]
    else '{}' end
$function$
;

CREATE OR REPLACE FUNCTION service_on(state text, reasons text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((state <> ALL (ARRAY['pending'::text, 'left'::text])) AND (cardinality(reasons) = 0))
;

CREATE OR REPLACE FUNCTION session_identity(of_token bytea, asked_at timestamp with time zone, idle_setting text, default_idle_minutes integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION settle_payment(p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
declare
  pay jsonb := p->'payment';
  at timestamptz := (pay->>'recorded_at')::timestamptz;
  by_user bigint := (pay->>'received_by')::bigint;
begin
  -- Locks go in one order everywhere: client, limited wallet (by its posting), lines, number series. Postings name no row that is yet to come.
  perform post_entries(p->'entries', at, by_user);
  if pay->>'client_id' is not null then
    perform spend_new_payment((pay->>'client_id')::bigint, (pay->>'id')::bigint, (pay->>'value_on')::date, (pay->>'amount_minor')::bigint, array_agg(a.id),
      array_agg(a.invoice_id), array_agg(a.amount_minor), 'payment', (p->>'today')::date, at, by_user)
    from jsonb_to_recordset(coalesce(p->'allocations', '[]')) as a(id bigint, invoice_id bigint, amount_minor bigint);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION spend_new_payment(of_client bigint, of_payment bigint, on_value_day date, of_amount bigint, ids bigint[], invoice_ids bigint[], amounts bigint[], for_reason text, on_day date, made_at timestamp with time zone, made_by bigint)
 RETURNS void
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
declare spent bigint := 0;
begin
  for i in 1 .. coalesce(cardinality(ids), 0) loop
    insert into allocations (id, payment_id, invoice_id, client_id, amount_minor, reason, booked_on, created_at, created_by)
    values (ids[i], of_payment, invoice_ids[i], of_client, amounts[i], for_reason, on_day, made_at, made_by);
    update invoice_balances set allocated_minor = allocated_minor + amounts[i] where invoice_id = invoice_ids[i];
    spent := spent + amounts[i];
  end loop;
  insert into payment_balances (payment_id, client_id, value_on, remaining_minor) values (of_payment, of_client, on_value_day, of_amount - spent);
end $function$
;

CREATE OR REPLACE FUNCTION subscription_state(left_on date, activated_on date, reasons text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((left_on IS NOT NULL) OR ('left'::text = ANY (reasons))) THEN 'left'::text WHEN (activated_on IS NULL) THEN 'pending'::text WHEN ('expired'::text = ANY (reasons)) THEN 'expired'::text WHEN (cardinality(reasons) > 0) THEN 'suspended'::text ELSE 'active'::text END
;

CREATE OR REPLACE FUNCTION take_number(of_kind text, of_owner text, of_year integer, with_pattern text, OUT series_id bigint, OUT number bigint, OUT pattern text)
 RETURNS record
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  insert into number_series as s (document_kind, owner, fiscal_year, pattern, next) values (of_kind, of_owner, of_year, with_pattern, 2)
  on conflict (document_kind, owner, fiscal_year) do update set next = s.next + 1
  returning s.id, s.next - 1, s.pattern into series_id, number, pattern;
end $function$
;

CREATE OR REPLACE FUNCTION token_identity(of_token bytea, asked_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION usage_by_hour(since timestamp with time zone, till timestamp with time zone, up bigint, down bigint)
 RETURNS TABLE(hour timestamp with time zone, upload_bytes bigint, download_bytes bigint)
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select p.hour, p.up_till - lag(p.up_till, 1, 0::bigint) over w, p.down_till - lag(p.down_till, 1, 0::bigint) over w
    from (select greatest(since, till - interval '27 days') as from_at) f,
      lateral (
        select h.hour, floor(up * q.share)::bigint as up_till, floor(down * q.share)::bigint as down_till
          from generate_series(date_trunc('hour', f.from_at, 'UTC'), date_trunc('hour', till, 'UTC'), interval '1 hour') as h (hour),
            lateral (select case when till > f.from_at then extract(epoch from least(h.hour + interval '1 hour', till) - f.from_at) / extract(epoch from till - f.from_at) else 1 end as share) q
      ) p
  window w as (order by p.hour)
$function$
;

CREATE OR REPLACE FUNCTION vat_of(amount_minor bigint, rate_bp integer, inclusive boolean)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (rate_bp = 0) THEN (0)::bigint WHEN inclusive THEN (amount_minor - div_round_half_up(((amount_minor)::numeric * (10000)::numeric), ((10000 + rate_bp))::numeric)) ELSE div_round_half_up(((amount_minor)::numeric * (rate_bp)::numeric), (10000)::numeric) END
;

CREATE OR REPLACE FUNCTION vat_rate_on(rate_id bigint, day date)
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (SELECT v.rate_bp FROM vat_rate_versions v WHERE ((v.vat_rate_id = vat_rate_on.rate_id) AND (v.starts_on <= vat_rate_on.day)) ORDER BY v.starts_on DESC LIMIT 1)
;

CREATE OR REPLACE FUNCTION write_audit_event(e jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  insert into audit_events (at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, client_id, branch_id, reseller_id, before, after, ip, user_agent, request_id)
  values ((e->>'at')::timestamptz, e->>'actor_kind', (e->>'actor_id')::bigint, e->>'actor_name', e->>'action', e->>'subject_type', (e->>'subject_id')::bigint,
    (e->>'client_id')::bigint, (e->>'branch_id')::bigint, (e->>'reseller_id')::bigint, nullif(e->'before', 'null'), nullif(e->'after', 'null'),
    (e->>'ip')::inet, e->>'user_agent', e->>'request_id');
end $function$
;

create table access (
  subscription_id bigint not null,
  desired_on boolean not null,
  profile text default ''::text not null,
  static_ip inet,
  revision bigint default 1 not null,
  hash bytea not null,
  applied_revision bigint default 0 not null,
  applied_hash bytea,
  observed_at timestamp with time zone,
  last_error text,
  changed_at timestamp with time zone not null,
  observed jsonb,
  must_redial boolean default false not null,
  may_adopt boolean default false not null,
  download_kbps integer,
  upload_kbps integer,
  right_as bytea,
  constraint access_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint access_pkey PRIMARY KEY (subscription_id)
);
CREATE INDEX access_pending ON access USING btree (changed_at) WHERE (revision <> applied_revision);

create table access_reasons (
  subscription_id bigint not null,
  reason text not null,
  since timestamp with time zone not null,
  recorded_by bigint,
  until date,
  note text default ''::text not null,
  constraint access_reasons_reason_check CHECK ((reason = ANY (ARRAY['billing'::text, 'expired'::text, 'manual'::text, 'abuse'::text, 'vacation'::text, 'kyc'::text, 'left'::text]))),
  constraint access_reasons_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint access_reasons_pkey PRIMARY KEY (subscription_id, reason)
);

create table account_days (
  day date not null,
  account_id bigint not null,
  branch_id bigint default 0 not null,
  wallet_id bigint default 0 not null,
  debit_minor bigint default 0 not null,
  credit_minor bigint default 0 not null,
  constraint account_days_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint account_days_pkey PRIMARY KEY (account_id, branch_id, wallet_id, day)
);

create table accounts (
  id bigint generated by default as identity not null,
  code text collate "C" not null,
  name_en text not null,
  name_bn text not null,
  type text not null,
  normal_side text not null,
  control_of text,
  is_active boolean default true not null,
  created_at timestamp with time zone default now() not null,
  constraint accounts_control_of_check CHECK ((control_of = ANY (ARRAY['client'::text, 'wallet'::text, 'reseller'::text, 'employee'::text, 'gateway'::text, 'transfer'::text]))),
  constraint accounts_normal_side_check CHECK ((normal_side = ANY (ARRAY['debit'::text, 'credit'::text]))),
  constraint accounts_type_check CHECK ((type = ANY (ARRAY['asset'::text, 'liability'::text, 'equity'::text, 'income'::text, 'expense'::text]))),
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_code_key UNIQUE (code)
);

create table address_traces (
  id bigint generated always as identity not null,
  address inet not null,
  port integer,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  reason text not null,
  reference text not null,
  requested_by bigint,
  requested_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  is_approved boolean,
  found jsonb not null,
  constraint address_traces_decided_check CHECK (((decided_at IS NULL) = (is_approved IS NULL))),
  constraint address_traces_port_check CHECK (((port >= 0) AND (port <= 65535))),
  constraint address_traces_time_check CHECK ((from_at <= until_at)),
  constraint address_traces_two_people_check CHECK (((decided_by IS NULL) OR (decided_by IS DISTINCT FROM requested_by))),
  constraint address_traces_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id),
  constraint address_traces_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES users(id),
  constraint address_traces_pkey PRIMARY KEY (id)
);
CREATE INDEX address_traces_requested_at ON address_traces USING btree (requested_at DESC, id DESC);

create table allocations (
  id bigint generated by default as identity not null,
  payment_id bigint not null,
  invoice_id bigint not null,
  client_id bigint not null,
  amount_minor bigint not null,
  reverses_id bigint,
  reason text default 'payment'::text not null,
  booked_on date not null,
  created_at timestamp with time zone not null,
  created_by bigint,
  constraint allocations_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint allocations_check CHECK (((amount_minor < 0) = (reverses_id IS NOT NULL))),
  constraint allocations_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint allocations_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id) DEFERRABLE INITIALLY DEFERRED,
  constraint allocations_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES allocations(id),
  constraint allocations_pkey PRIMARY KEY (id)
);
CREATE INDEX allocations_invoice ON allocations USING btree (invoice_id);
CREATE INDEX allocations_made ON allocations USING btree (created_at);
CREATE INDEX allocations_payment ON allocations USING btree (payment_id);
CREATE INDEX allocations_reverses ON allocations USING btree (reverses_id) WHERE (reverses_id IS NOT NULL);
CREATE TRIGGER allocations_immutable BEFORE DELETE OR UPDATE ON allocations FOR EACH ROW EXECUTE FUNCTION refuse_change();
alter table allocations enable row level security;
create policy scope on allocations as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = allocations.client_id)
 OFFSET 0))));

create table api_tokens (
  id bigint generated always as identity not null,
  user_id bigint not null,
  name text not null,
  token_hash bytea not null,
  prefix text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_tokens_user_fk FOREIGN KEY (user_id) REFERENCES users(id),
  constraint api_tokens_pkey PRIMARY KEY (id),
  constraint api_tokens_hash_key UNIQUE (token_hash)
);
CREATE INDEX api_tokens_user ON api_tokens USING btree (user_id);
CREATE TRIGGER api_tokens_identity AFTER DELETE OR UPDATE OF token_hash, user_id, scopes, expires_at, revoked_at ON api_tokens FOR EACH STATEMENT EXECUTE FUNCTION notify_identity_change();

create table areas (
  id bigint generated always as identity not null,
  parent_id bigint,
  branch_id bigint,
  name text not null,
  colour text default '#3b82f6'::text not null,
  polygon jsonb,
  is_active boolean default true not null,
  created_at timestamp with time zone default now() not null,
  connections text collate "C" default 'open'::text not null,
  constraint areas_colour_format CHECK ((colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint areas_connections_check CHECK ((connections = ANY (ARRAY['open'::text, 'planned'::text, 'closed'::text]))),
  constraint areas_not_own_parent CHECK ((parent_id <> id)),
  constraint areas_branch_fk FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint areas_parent_fk FOREIGN KEY (parent_id) REFERENCES areas(id),
  constraint areas_pkey PRIMARY KEY (id),
  constraint areas_name_key UNIQUE NULLS NOT DISTINCT (parent_id, branch_id, name)
);

create table audit_events (
  at timestamp with time zone not null,
  id bigint generated always as identity not null,
  actor_kind text not null,
  actor_id bigint,
  actor_name text not null,
  action text collate "C" not null,
  subject_type text collate "C" not null,
  subject_id bigint,
  client_id bigint,
  branch_id bigint,
  reseller_id bigint,
  before jsonb,
  after jsonb,
  ip inet,
  user_agent text,
  request_id text,
  content_hash bytea not null,
  constraint audit_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'token'::text, 'system'::text]))),
  constraint audit_events_pkey PRIMARY KEY (at, id)
) partition by RANGE (at);
CREATE INDEX audit_events_actor ON ONLY audit_events USING btree (actor_id, at DESC) WHERE (actor_id IS NOT NULL);
CREATE INDEX audit_events_client ON ONLY audit_events USING btree (client_id, at DESC) WHERE (client_id IS NOT NULL);
CREATE INDEX audit_events_subject ON ONLY audit_events USING btree (subject_type, subject_id, at);
CREATE TRIGGER audit_events_hashed BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION hash_audit_event();
CREATE TRIGGER audit_events_immutable BEFORE DELETE OR UPDATE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_kept BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_open_hour AFTER INSERT ON audit_events REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_sealed_audit_hour();

create table billed_periods (
  charge_id bigint not null,
  starts_on date not null,
  ends_on date not null,
  invoice_id bigint,
  line_no smallint,
  reason text,
  constraint billed_periods_check CHECK ((ends_on > starts_on)),
  constraint billed_periods_pkey PRIMARY KEY (charge_id, starts_on)
);

create table billing_month_folds (
  is_only boolean default true not null,
  folded_until timestamp with time zone not null,
  constraint billing_month_folds_is_only_check CHECK (is_only),
  constraint billing_month_folds_pkey PRIMARY KEY (is_only)
);

create table billing_months (
  month date not null,
  branch_id bigint not null,
  reseller_id bigint not null,
  is_opening boolean not null,
  invoices bigint default 0 not null,
  billed_minor bigint default 0 not null,
  voids bigint default 0 not null,
  voided_minor bigint default 0 not null,
  credit_notes bigint default 0 not null,
  credited_minor bigint default 0 not null,
  written_off_minor bigint default 0 not null,
  collected_minor bigint default 0 not null,
  constraint billing_months_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint billing_months_pkey PRIMARY KEY (month, branch_id, reseller_id, is_opening)
);

create table billing_policies (
  id bigint generated by default as identity not null,
  code text collate "C" not null,
  name text not null,
  is_default boolean default false not null,
  proration text default 'actual_days'::text not null,
  first_period text default 'prorate'::text not null,
  package_change text default 'now'::text not null,
  package_change_fee_minor bigint default 0 not null,
  change_refund text default 'credit'::text not null,
  charge_while_paused boolean default false not null,
  charge_while_suspended boolean default true not null,
  due_days integer default 10 not null,
  grace_days integer default 3 not null,
  late_fee_minor bigint default 0 not null,
  late_fee_bp integer default 0 not null,
  late_renewal text default 'from_payment'::text not null,
  prepaid_change text default 'value'::text not null,
  created_at timestamp with time zone default now() not null,
  constraint billing_policies_change_refund_check CHECK ((change_refund = ANY (ARRAY['credit'::text, 'none'::text]))),
  constraint billing_policies_due_days_check CHECK (((due_days >= 0) AND (due_days <= 365))),
  constraint billing_policies_first_period_check CHECK ((first_period = ANY (ARRAY['prorate'::text, 'full'::text, 'free'::text]))),
  constraint billing_policies_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 365))),
  constraint billing_policies_late_fee_bp_check CHECK (((late_fee_bp >= 0) AND (late_fee_bp <= 10000))),
  constraint billing_policies_late_fee_minor_check CHECK ((late_fee_minor >= 0)),
  constraint billing_policies_late_renewal_check CHECK ((late_renewal = ANY (ARRAY['from_payment'::text, 'from_expiry'::text]))),
  constraint billing_policies_package_change_check CHECK ((package_change = ANY (ARRAY['now'::text, 'full_new_cycle'::text, 'cycle_end'::text]))),
  constraint billing_policies_package_change_fee_minor_check CHECK ((package_change_fee_minor >= 0)),
  constraint billing_policies_prepaid_change_check CHECK ((prepaid_change = ANY (ARRAY['value'::text, 'days'::text]))),
  constraint billing_policies_proration_check CHECK ((proration = ANY (ARRAY['actual_days'::text, 'fixed_30'::text, 'none'::text]))),
  constraint billing_policies_pkey PRIMARY KEY (id),
  constraint billing_policies_code_key UNIQUE (code)
);
CREATE UNIQUE INDEX billing_policies_default ON billing_policies USING btree (is_default) WHERE is_default;

create table boxes (
  id bigint generated always as identity not null,
  branch_id bigint not null,
  area_id bigint,
  parent_id bigint,
  olt_id bigint,
  pon text collate "C",
  name text not null,
  kind text collate "C" default 'box'::text not null,
  ports integer default 8 not null,
  latitude double precision,
  longitude double precision,
  note text default ''::text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint boxes_kind_check CHECK ((kind = ANY (ARRAY['splitter'::text, 'box'::text]))),
  constraint boxes_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint boxes_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint boxes_not_own_parent CHECK ((parent_id <> id)),
  constraint boxes_place_check CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint boxes_ports_check CHECK (((ports >= 1) AND (ports <= 256))),
  constraint boxes_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint boxes_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint boxes_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id),
  constraint boxes_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES boxes(id),
  constraint boxes_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX boxes_name ON boxes USING btree (branch_id, lower(name));
CREATE INDEX boxes_place ON boxes USING btree (latitude, longitude) INCLUDE (branch_id, area_id) WHERE (latitude IS NOT NULL);
CREATE INDEX boxes_pon ON boxes USING btree (olt_id, pon);

create table branches (
  id bigint generated always as identity not null,
  code text collate "C" not null,
  name text not null,
  phone text default ''::text not null,
  address text default ''::text not null,
  is_active boolean default true not null,
  created_at timestamp with time zone default now() not null,
  constraint branches_pkey PRIMARY KEY (id),
  constraint branches_code_key UNIQUE (code)
);

create table bulk_items (
  bulk_job_id bigint not null,
  item_no integer not null,
  client_id bigint not null,
  subscription_id bigint,
  state text collate "C" default 'waiting'::text not null,
  facts jsonb default '[]'::jsonb not null,
  receivable_minor bigint default 0 not null,
  credit_minor bigint default 0 not null,
  errors jsonb default '[]'::jsonb not null,
  given jsonb,
  undo jsonb,
  constraint bulk_items_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'unchanged'::text, 'refused'::text, 'done'::text, 'failed'::text]))),
  constraint bulk_items_job_fk FOREIGN KEY (bulk_job_id) REFERENCES bulk_jobs(id) ON DELETE CASCADE,
  constraint bulk_items_pkey PRIMARY KEY (bulk_job_id, item_no)
);
CREATE INDEX bulk_items_by_state ON bulk_items USING btree (bulk_job_id, state, item_no);
alter table bulk_items enable row level security;
create policy scope on bulk_items as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = bulk_items.client_id)
 OFFSET 0))));

create table bulk_jobs (
  id bigint generated always as identity not null,
  action text collate "C" not null,
  params jsonb not null,
  selection jsonb not null,
  state text collate "C" default 'previewing'::text not null,
  counts jsonb default '{}'::jsonb not null,
  receivable_minor bigint default 0 not null,
  credit_minor bigint default 0 not null,
  undoes_id bigint,
  error text,
  created_by bigint,
  created_at timestamp with time zone not null,
  started_by bigint,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint bulk_jobs_state_check CHECK ((state = ANY (ARRAY['previewing'::text, 'previewed'::text, 'queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint bulk_jobs_created_by_fk FOREIGN KEY (created_by) REFERENCES users(id),
  constraint bulk_jobs_started_by_fk FOREIGN KEY (started_by) REFERENCES users(id),
  constraint bulk_jobs_undoes_fk FOREIGN KEY (undoes_id) REFERENCES bulk_jobs(id),
  constraint bulk_jobs_pkey PRIMARY KEY (id)
);
CREATE INDEX bulk_jobs_created_by ON bulk_jobs USING btree (created_by, id DESC);
CREATE UNIQUE INDEX bulk_jobs_one_undo ON bulk_jobs USING btree (undoes_id) WHERE ((undoes_id IS NOT NULL) AND (state <> ALL (ARRAY['failed'::text, 'cancelled'::text])));
CREATE TRIGGER bulk_jobs_announced AFTER UPDATE ON bulk_jobs FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) OR (new.state = 'previewing'::text) OR ((COALESCE(((new.counts ->> 'ready'::text))::integer, 0) % 20) = 0))) EXECUTE FUNCTION announce_change();
CREATE TRIGGER bulk_jobs_announced_new AFTER INSERT ON bulk_jobs FOR EACH ROW EXECUTE FUNCTION announce_change();

create table charges (
  id bigint generated by default as identity not null,
  client_id bigint not null,
  subscription_id bigint,
  kind text not null,
  item text not null,
  description text default ''::text not null,
  quantity_milli bigint default 1000 not null,
  unit_price_minor bigint,
  vat_rate_id bigint,
  vat_inclusive boolean default false not null,
  starts_on date not null,
  ends_on date,
  billed_until date not null,
  reason text default ''::text not null,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  constraint charges_check CHECK ((ends_on >= starts_on)),
  constraint charges_check1 CHECK (((item <> 'package'::text) OR ((subscription_id IS NOT NULL) AND (kind = 'recurring'::text) AND (unit_price_minor IS NULL)))),
  constraint charges_check2 CHECK (((item = 'package'::text) OR (unit_price_minor IS NOT NULL))),
  constraint charges_kind_check CHECK ((kind = ANY (ARRAY['recurring'::text, 'one_time'::text, 'usage'::text]))),
  constraint charges_quantity_milli_check CHECK (((quantity_milli > 0) AND (quantity_milli <= 1000000000))),
  constraint charges_unit_price_minor_check CHECK ((unit_price_minor >= 0)),
  constraint charges_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint charges_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint charges_vat_rate_id_fkey FOREIGN KEY (vat_rate_id) REFERENCES vat_rates(id),
  constraint charges_pkey PRIMARY KEY (id)
) with (fillfactor=80);
CREATE INDEX charges_client ON charges USING btree (client_id);
CREATE INDEX charges_subscription ON charges USING btree (subscription_id) WHERE (subscription_id IS NOT NULL);
alter table charges enable row level security;
create policy scope on charges as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = charges.client_id)
 OFFSET 0))));

create table client_balances (
  client_id bigint not null,
  receivable_minor bigint default 0 not null,
  credit_minor bigint default 0 not null,
  constraint client_balances_receivable_minor_check CHECK ((receivable_minor >= 0)),
  constraint credit_not_negative CHECK ((credit_minor >= 0)),
  constraint client_balances_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint client_balances_pkey PRIMARY KEY (client_id)
) with (fillfactor=50);
CREATE INDEX client_balances_owing ON client_balances USING btree (receivable_minor, client_id) WHERE (receivable_minor > 0);
alter table client_balances enable row level security;
create policy scope on client_balances as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = client_balances.client_id)
 OFFSET 0))));

create table client_documents (
  id bigint generated always as identity not null,
  client_id bigint not null,
  file_id bigint not null,
  kind text not null,
  title text default ''::text not null,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  removed_at timestamp with time zone,
  constraint client_documents_kind_check CHECK ((kind = ANY (ARRAY['nid_front'::text, 'nid_back'::text, 'photo'::text, 'contract'::text, 'other'::text]))),
  constraint client_documents_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint client_documents_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint client_documents_pkey PRIMARY KEY (id)
);
CREATE INDEX client_documents_client ON client_documents USING btree (client_id, id);
alter table client_documents enable row level security;
create policy scope on client_documents as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = client_documents.client_id)
 OFFSET 0))));

create table client_list (
  client_id bigint not null,
  subscription_id bigint not null,
  code text collate "C" not null,
  sort_name text collate "C" not null,
  joined_on date not null,
  branch_id bigint not null,
  area_id bigint,
  reseller_id bigint,
  state text collate "C" not null,
  package_id bigint,
  router_id bigint,
  expires_on date,
  is_vip boolean not null,
  is_whitelisted boolean not null,
  is_deleted boolean not null,
  tags text[] not null,
  connection_kind text collate "C",
  constraint client_list_pkey PRIMARY KEY (client_id, subscription_id)
);
CREATE INDEX client_list_area ON client_list USING btree (area_id, client_id) INCLUDE (code, sort_name, joined_on, expires_on, state, package_id, router_id, branch_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags) WHERE (area_id IS NOT NULL);
CREATE INDEX client_list_area_state ON client_list USING btree (area_id, state, client_id) INCLUDE (code, sort_name, package_id, router_id, branch_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags) WHERE ((state <> 'active'::text) AND (area_id IS NOT NULL));
CREATE INDEX client_list_branch ON client_list USING btree (branch_id, client_id);
CREATE INDEX client_list_branch_code ON client_list USING btree (branch_id, code, client_id) INCLUDE (state, package_id, router_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
CREATE INDEX client_list_branch_name ON client_list USING btree (branch_id, sort_name, client_id) INCLUDE (state, package_id, router_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
CREATE INDEX client_list_by_code ON client_list USING btree (code, client_id) INCLUDE (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
CREATE INDEX client_list_by_expiry ON client_list USING btree (expires_on, client_id) INCLUDE (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, tags) WHERE (expires_on IS NOT NULL);
CREATE INDEX client_list_by_id ON client_list USING btree (client_id) INCLUDE (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
CREATE INDEX client_list_by_joined ON client_list USING btree (joined_on, client_id) INCLUDE (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, expires_on, tags);
CREATE INDEX client_list_by_name ON client_list USING btree (sort_name, client_id) INCLUDE (state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags);
CREATE INDEX client_list_deleted ON client_list USING btree (client_id) WHERE is_deleted;
CREATE INDEX client_list_kind ON client_list USING btree (connection_kind, client_id) INCLUDE (code, sort_name, joined_on, expires_on, state, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags) WHERE (connection_kind <> 'pppoe'::text);
CREATE INDEX client_list_package ON client_list USING btree (package_id, client_id) INCLUDE (code, sort_name, joined_on, expires_on, state, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags);
CREATE INDEX client_list_reseller ON client_list USING btree (reseller_id, client_id) INCLUDE (code, sort_name, joined_on, expires_on, state, package_id, router_id, branch_id, area_id, is_vip, is_whitelisted, is_deleted, tags) WHERE (reseller_id IS NOT NULL);
CREATE INDEX client_list_router ON client_list USING btree (router_id, client_id) INCLUDE (code, sort_name, joined_on, expires_on, state, package_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags);
CREATE INDEX client_list_state ON client_list USING btree (state, client_id) INCLUDE (code, sort_name, joined_on, expires_on, package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, tags) WHERE (state <> 'active'::text);
CREATE INDEX client_list_state_name ON client_list USING btree (state, sort_name, client_id) INCLUDE (package_id, router_id, branch_id, area_id, reseller_id, is_vip, is_whitelisted, is_deleted, joined_on, expires_on, tags) WHERE (state <> 'active'::text);
CREATE INDEX client_list_tags ON client_list USING gin (tags);
CREATE INDEX client_list_vip ON client_list USING btree (client_id) WHERE is_vip;
CREATE INDEX client_list_whitelisted ON client_list USING btree (client_id) WHERE is_whitelisted;
alter table client_list enable row level security;
create policy scope on client_list as PERMISSIVE for ALL to lastmile_scoped using (((branch_id = ANY (( SELECT (current_setting('lastmile.branches'::text))::bigint[] AS current_setting)::bigint[])) OR (reseller_id = ( SELECT (NULLIF(current_setting('lastmile.reseller'::text), ''::text))::bigint AS "nullif"))));

create table client_notes (
  id bigint generated always as identity not null,
  client_id bigint not null,
  body text not null,
  is_pinned boolean default false not null,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  constraint client_notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  constraint client_notes_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint client_notes_pkey PRIMARY KEY (id)
);
CREATE INDEX client_notes_client ON client_notes USING btree (client_id, id DESC);
alter table client_notes enable row level security;
create policy scope on client_notes as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = client_notes.client_id)
 OFFSET 0))));

create table client_tags (
  name text collate "C" not null,
  created_at timestamp with time zone default now() not null,
  constraint client_tags_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40))),
  constraint client_tags_pkey PRIMARY KEY (name)
);

create table clients (
  id bigint generated by default as identity not null,
  code text collate "C" not null,
  name text not null,
  kind text default 'person'::text not null,
  phone text collate "C" not null,
  phone_alternative text collate "C" default ''::text not null,
  email text default ''::text not null,
  address text default ''::text not null,
  district text default ''::text not null,
  upazila text default ''::text not null,
  branch_id bigint not null,
  reseller_id bigint,
  area_id bigint,
  nid_sealed bytea,
  nid_index bytea,
  nid_last4 text default ''::text not null,
  nid_verified_by bigint,
  nid_verified_at timestamp with time zone,
  gender text,
  client_type text default 'home'::text not null,
  vat_registration text default ''::text not null,
  vat_rate_id bigint,
  is_vat_exempt boolean default false not null,
  is_vip boolean default false not null,
  is_whitelisted boolean default false not null,
  whitelist_until date,
  whitelist_reason text default ''::text not null,
  locale text default 'en'::text not null,
  tags text[] default '{}'::text[] not null,
  custom jsonb default '{}'::jsonb not null,
  photo_file_id bigint,
  latitude double precision,
  longitude double precision,
  joined_on date not null,
  deleted_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  search text generated always as (lower(((((((((code || ' '::text) || name) || ' '::text) || phone) || ' '::text) || phone_alternative) || ' '::text) || email))) stored,
  vip_until date,
  vip_reason text default ''::text not null,
  vip_set_by bigint,
  vip_set_at timestamp with time zone,
  whitelist_set_by bigint,
  whitelist_set_at timestamp with time zone,
  constraint clients_gender_check CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text, 'other'::text]))),
  constraint clients_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'company'::text]))),
  constraint clients_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint clients_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'bn'::text]))),
  constraint clients_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint clients_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint clients_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint clients_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint clients_nid_verified_by_fkey FOREIGN KEY (nid_verified_by) REFERENCES users(id),
  constraint clients_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES files(id),
  constraint clients_reseller_id_fkey FOREIGN KEY (reseller_id) REFERENCES resellers(id),
  constraint clients_vat_rate_id_fkey FOREIGN KEY (vat_rate_id) REFERENCES vat_rates(id),
  constraint clients_pkey PRIMARY KEY (id),
  constraint clients_code_key UNIQUE (code)
);
CREATE INDEX clients_area ON clients USING btree (area_id, code) WHERE (area_id IS NOT NULL);
CREATE INDEX clients_branch ON clients USING btree (branch_id, code);
CREATE INDEX clients_deleted ON clients USING btree (deleted_at, id) WHERE (deleted_at IS NOT NULL);
CREATE INDEX clients_district ON clients USING btree (district, upazila) WHERE (district <> ''::text);
CREATE INDEX clients_joined ON clients USING btree (joined_on, id);
CREATE INDEX clients_name ON clients USING btree (name COLLATE "C", id);
CREATE UNIQUE INDEX clients_nid ON clients USING btree (nid_index) WHERE ((nid_index IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX clients_phone ON clients USING btree (phone, id);
CREATE INDEX clients_place ON clients USING btree (latitude, longitude) INCLUDE (id, branch_id, reseller_id, area_id) WHERE ((latitude IS NOT NULL) AND (longitude IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX clients_reseller ON clients USING btree (reseller_id, code) WHERE (reseller_id IS NOT NULL);
CREATE INDEX clients_search ON clients USING gin (search gin_trgm_ops);
CREATE INDEX clients_vip ON clients USING btree (code) WHERE is_vip;
CREATE INDEX clients_whitelisted ON clients USING btree (code) WHERE is_whitelisted;
CREATE TRIGGER clients_listed AFTER INSERT ON clients REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION list_new_clients();
CREATE TRIGGER clients_relisted AFTER UPDATE ON clients REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION list_changed_clients();
CREATE TRIGGER clients_unlisted AFTER DELETE ON clients REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION list_removed_clients();
alter table clients enable row level security;
create policy scope on clients as PERMISSIVE for ALL to lastmile_scoped using (((branch_id = ANY (( SELECT (current_setting('lastmile.branches'::text))::bigint[] AS current_setting)::bigint[])) OR (reseller_id = ( SELECT (NULLIF(current_setting('lastmile.reseller'::text), ''::text))::bigint AS "nullif"))));

create table code_counters (
  name text collate "C" not null,
  next bigint default 1 not null,
  constraint code_counters_pkey PRIMARY KEY (name)
);

create table credit_note_lines (
  credit_note_id bigint not null,
  line_no smallint not null,
  invoice_id bigint not null,
  invoice_line_no smallint not null,
  starts_on date,
  ends_on date,
  net_minor bigint not null,
  discount_minor bigint default 0 not null,
  vat_minor bigint default 0 not null,
  total_minor bigint not null,
  explain jsonb not null,
  constraint credit_note_lines_check CHECK ((total_minor = ((net_minor - discount_minor) + vat_minor))),
  constraint credit_note_lines_total_minor_check CHECK ((total_minor > 0)),
  constraint credit_note_lines_credit_note_id_fkey FOREIGN KEY (credit_note_id) REFERENCES credit_notes(id),
  constraint credit_note_lines_invoice_id_invoice_line_no_fkey FOREIGN KEY (invoice_id, invoice_line_no) REFERENCES invoice_lines(invoice_id, line_no),
  constraint credit_note_lines_pkey PRIMARY KEY (credit_note_id, line_no)
);
CREATE INDEX credit_note_lines_invoice ON credit_note_lines USING btree (invoice_id, invoice_line_no);
CREATE TRIGGER credit_note_lines_immutable BEFORE DELETE OR UPDATE ON credit_note_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table credit_notes (
  id bigint generated by default as identity not null,
  client_id bigint not null,
  branch_id bigint not null,
  reseller_id bigint,
  invoice_id bigint not null,
  series_id bigint not null,
  number bigint not null,
  code text collate "C" not null,
  kind text not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  net_minor bigint not null,
  discount_minor bigint default 0 not null,
  vat_minor bigint default 0 not null,
  total_minor bigint not null,
  reason text not null,
  approved_by bigint,
  issued_by bigint,
  constraint credit_notes_check CHECK ((total_minor = ((net_minor - discount_minor) + vat_minor))),
  constraint credit_notes_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'discount'::text, 'waiver'::text, 'package_change'::text, 'pause'::text, 'left'::text, 'outage'::text]))),
  constraint credit_notes_total_minor_check CHECK ((total_minor > 0)),
  constraint credit_notes_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint credit_notes_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint credit_notes_series_id_fkey FOREIGN KEY (series_id) REFERENCES number_series(id),
  constraint credit_notes_pkey PRIMARY KEY (id),
  constraint credit_notes_series_id_number_key UNIQUE (series_id, number)
);
CREATE INDEX credit_notes_client ON credit_notes USING btree (client_id, id DESC);
CREATE INDEX credit_notes_invoice ON credit_notes USING btree (invoice_id);
CREATE INDEX credit_notes_issued ON credit_notes USING btree (issued_on, id);
CREATE INDEX credit_notes_made ON credit_notes USING btree (issued_at);
CREATE TRIGGER credit_notes_immutable BEFORE DELETE OR UPDATE ON credit_notes FOR EACH ROW EXECUTE FUNCTION refuse_change();
alter table credit_notes enable row level security;
create policy scope on credit_notes as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = credit_notes.client_id)
 OFFSET 0))));

create table custom_fields (
  id bigint generated always as identity not null,
  entity text not null,
  key text collate "C" not null,
  label_en text not null,
  label_bn text not null,
  type text not null,
  choices text[] default '{}'::text[] not null,
  is_required boolean default false not null,
  is_active boolean default true not null,
  constraint custom_fields_entity_check CHECK ((entity = ANY (ARRAY['client'::text, 'subscription'::text]))),
  constraint custom_fields_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  constraint custom_fields_type_check CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'boolean'::text, 'choice'::text]))),
  constraint custom_fields_pkey PRIMARY KEY (id),
  constraint custom_fields_entity_key_key UNIQUE (entity, key)
);

create table deposit_movements (
  id bigint generated always as identity not null,
  client_id bigint not null,
  kind text not null,
  amount_minor bigint not null,
  wallet_id bigint,
  payment_id bigint,
  reason text default ''::text not null,
  booked_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by bigint,
  method text,
  receipt_series_id bigint,
  receipt_number bigint,
  receipt_code text collate "C",
  constraint deposit_movements_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint deposit_movements_kind_check CHECK ((kind = ANY (ARRAY['taken'::text, 'returned'::text, 'offset'::text, 'restored'::text]))),
  constraint deposit_movements_method_check CHECK ((method = ANY (ARRAY['cash'::text, 'bank'::text, 'bkash'::text, 'nagad'::text, 'card'::text, 'online'::text]))),
  constraint deposit_movements_receipt_check CHECK ((num_nonnulls(receipt_series_id, receipt_number, receipt_code) = ANY (ARRAY[0, 3]))),
  constraint deposit_movements_sign_check CHECK (((kind = ANY (ARRAY['taken'::text, 'restored'::text])) = (amount_minor > 0))),
  constraint deposit_movements_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint deposit_movements_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint deposit_movements_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES wallets(id),
  constraint deposit_movements_pkey PRIMARY KEY (id),
  constraint deposit_movements_receipt_key UNIQUE (receipt_series_id, receipt_number)
);
CREATE INDEX deposit_movements_client ON deposit_movements USING btree (client_id, id);
CREATE INDEX deposit_movements_receipt ON deposit_movements USING btree (receipt_code) WHERE (receipt_code IS NOT NULL);
CREATE TRIGGER deposit_movements_immutable BEFORE DELETE OR UPDATE ON deposit_movements FOR EACH ROW EXECUTE FUNCTION refuse_change();
alter table deposit_movements enable row level security;
create policy scope on deposit_movements as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = deposit_movements.client_id)
 OFFSET 0))));

create table device_leases (
  device_id text collate "C" not null,
  owner text collate "C" not null,
  until timestamp with time zone not null,
  fence bigint default 1 not null,
  wanted_at timestamp with time zone,
  constraint device_leases_pkey PRIMARY KEY (device_id)
);

create table discount_requests (
  id bigint generated always as identity not null,
  client_id bigint not null,
  invoice_id bigint not null,
  amount_minor bigint not null,
  kind text not null,
  reason text not null,
  state text default 'waiting'::text not null,
  requested_by bigint,
  requested_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  decision_note text default ''::text not null,
  credit_note_id bigint,
  constraint discount_requests_amount_minor_check CHECK ((amount_minor > 0)),
  constraint discount_requests_kind_check CHECK ((kind = ANY (ARRAY['discount'::text, 'waiver'::text]))),
  constraint discount_requests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'rejected'::text]))),
  constraint discount_requests_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint discount_requests_credit_note_id_fkey FOREIGN KEY (credit_note_id) REFERENCES credit_notes(id),
  constraint discount_requests_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint discount_requests_pkey PRIMARY KEY (id)
);
CREATE INDEX discount_requests_client ON discount_requests USING btree (client_id, id DESC);
CREATE INDEX discount_requests_waiting ON discount_requests USING btree (id) WHERE (state = 'waiting'::text);
alter table discount_requests enable row level security;
create policy scope on discount_requests as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = discount_requests.client_id)
 OFFSET 0))));

create table doctor_results (
  id bigint generated always as identity not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone not null,
  occasion text not null,
  requested_by bigint,
  is_ok boolean not null,
  results jsonb not null,
  constraint doctor_results_occasion_check CHECK ((occasion = ANY (ARRAY['nightly'::text, 'request'::text, 'month_close'::text, 'command'::text]))),
  constraint doctor_results_requester_fk FOREIGN KEY (requested_by) REFERENCES users(id),
  constraint doctor_results_pkey PRIMARY KEY (id)
);
CREATE TRIGGER doctor_results_announced AFTER INSERT ON doctor_results FOR EACH ROW EXECUTE FUNCTION announce_change();

create table entries (
  booked_on date not null,
  id bigint generated by default as identity not null,
  kind text not null,
  document_kind text not null,
  document_id bigint not null,
  reverses_id bigint,
  recorded_at timestamp with time zone not null,
  recorded_by bigint,
  memo text,
  content_hash bytea not null,
  constraint entries_pkey PRIMARY KEY (booked_on, id)
) partition by RANGE (booked_on);
CREATE INDEX entries_document ON ONLY entries USING btree (document_kind, document_id);
CREATE INDEX entries_recorded_at ON ONLY entries USING btree (recorded_at);
CREATE TRIGGER entries_immutable BEFORE DELETE OR UPDATE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entries_open_month AFTER INSERT ON entries REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_month();

create table entry_sources (
  kind text collate "C" not null,
  document_id bigint not null,
  entry_id bigint not null,
  booked_on date not null,
  constraint entry_sources_pkey PRIMARY KEY (kind, document_id) INCLUDE (entry_id)
);
CREATE TRIGGER entry_sources_immutable BEFORE DELETE OR UPDATE ON entry_sources FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table exports (
  id bigint generated always as identity not null,
  list text not null,
  format text not null,
  filter jsonb default '{}'::jsonb not null,
  columns text[] default '{}'::text[] not null,
  state text default 'queued'::text not null,
  row_count bigint default 0 not null,
  file_id bigint,
  error text,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  file_name text default ''::text not null,
  options jsonb default '{}'::jsonb not null,
  constraint exports_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'pdf'::text]))),
  constraint exports_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint exports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint exports_pkey PRIMARY KEY (id)
);
CREATE INDEX exports_created_by ON exports USING btree (created_by, id DESC);
CREATE TRIGGER exports_announced AFTER INSERT OR UPDATE ON exports FOR EACH ROW EXECUTE FUNCTION announce_change();

create table files (
  id bigint generated always as identity not null,
  kind text collate "C" not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  storage_key text collate "C" not null,
  client_id bigint,
  created_by bigint,
  created_at timestamp with time zone not null,
  constraint files_size_bytes_check CHECK ((size_bytes >= 0)),
  constraint files_pkey PRIMARY KEY (id),
  constraint files_storage_key_key UNIQUE (storage_key)
);
CREATE INDEX files_client ON files USING btree (client_id) WHERE (client_id IS NOT NULL);

create table holidays (
  day date not null,
  name text not null,
  constraint holidays_pkey PRIMARY KEY (day)
);

create table idempotency_keys (
  actor text collate "C" not null,
  key text collate "C" not null,
  request_hash bytea not null,
  status integer,
  response jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys USING btree (created_at);

create table import_rows (
  import_id bigint not null,
  row_no integer not null,
  state text not null,
  raw jsonb not null,
  errors jsonb default '[]'::jsonb not null,
  entity_id bigint,
  source_id text collate "C",
  keys text[] default '{}'::text[] not null,
  constraint import_rows_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'invalid'::text, 'done'::text, 'skipped'::text, 'failed'::text]))),
  constraint import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  constraint import_rows_pkey PRIMARY KEY (import_id, row_no)
);
CREATE INDEX import_rows_state ON import_rows USING btree (import_id, state, row_no);

create table import_sources (
  source text collate "C" not null,
  source_id text collate "C" not null,
  entity text not null,
  entity_id bigint not null,
  created_at timestamp with time zone default now() not null,
  constraint import_sources_pkey PRIMARY KEY (source, source_id, entity)
);

create table imports (
  id bigint generated always as identity not null,
  kind text not null,
  file_id bigint,
  state text default 'uploaded'::text not null,
  mapping jsonb default '{}'::jsonb not null,
  options jsonb default '{}'::jsonb not null,
  counts jsonb default '{}'::jsonb not null,
  error text,
  cursor_row integer default 0 not null,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  file_name text default ''::text not null,
  format text default 'csv'::text not null,
  columns text[] default '{}'::text[] not null,
  sample jsonb default '[]'::jsonb not null,
  row_count integer default 0 not null,
  constraint imports_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text]))),
  constraint imports_kind_check CHECK ((kind = ANY (ARRAY['clients'::text, 'packages'::text, 'payments'::text, 'places'::text]))),
  constraint imports_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'previewing'::text, 'previewed'::text, 'queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint imports_pkey PRIMARY KEY (id)
);
CREATE INDEX imports_created_by ON imports USING btree (created_by, id DESC);
CREATE TRIGGER imports_announced AFTER INSERT OR UPDATE ON imports FOR EACH ROW EXECUTE FUNCTION announce_change();

create table incident_credits (
  id bigint generated always as identity not null,
  incident_id bigint not null,
  subscription_id bigint not null,
  client_id bigint not null,
  state text collate "C" not null,
  why text collate "C",
  minutes integer not null,
  days integer default 0 not null,
  price_minor bigint default 0 not null,
  cycle_days integer default 0 not null,
  invoice_id bigint,
  line_no integer,
  net_minor bigint default 0 not null,
  vat_minor bigint default 0 not null,
  total_minor bigint default 0 not null,
  drafted_at timestamp with time zone not null,
  drafted_by bigint,
  decided_at timestamp with time zone,
  decided_by bigint,
  decision_note text default ''::text not null,
  credit_note_id bigint,
  constraint incident_credits_draft_check CHECK (((state <> 'draft'::text) OR ((total_minor > 0) AND (invoice_id IS NOT NULL) AND (line_no IS NOT NULL)))),
  constraint incident_credits_issued_check CHECK (((state = 'issued'::text) = (credit_note_id IS NOT NULL))),
  constraint incident_credits_minutes_check CHECK ((minutes >= 0)),
  constraint incident_credits_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'not_creditable'::text, 'issued'::text, 'rejected'::text]))),
  constraint incident_credits_why_check CHECK (((state = 'not_creditable'::text) = (why IS NOT NULL))),
  constraint incident_credits_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint incident_credits_credit_note_id_fkey FOREIGN KEY (credit_note_id) REFERENCES credit_notes(id),
  constraint incident_credits_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id),
  constraint incident_credits_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES users(id),
  constraint incident_credits_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint incident_credits_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint incident_credits_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint incident_credits_pkey PRIMARY KEY (id),
  constraint incident_credits_note_once UNIQUE (credit_note_id),
  constraint incident_credits_once UNIQUE (incident_id, subscription_id)
);
CREATE INDEX incident_credits_client ON incident_credits USING btree (client_id);
CREATE INDEX incident_credits_of ON incident_credits USING btree (incident_id, state, id);
alter table incident_credits enable row level security;
create policy scope on incident_credits as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = incident_credits.client_id)
 OFFSET 0))));

create table incident_looks (
  olt_id bigint not null,
  polled_at timestamp with time zone,
  looked_at timestamp with time zone,
  constraint incident_looks_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id) ON DELETE CASCADE,
  constraint incident_looks_pkey PRIMARY KEY (olt_id)
);

create table incident_onus (
  incident_id bigint not null,
  onu_id bigint not null,
  down_at timestamp with time zone not null,
  up_at timestamp with time zone,
  pon text collate "C" not null,
  onu_index integer not null,
  reason text collate "C" not null,
  subscription_id bigint,
  client_id bigint,
  constraint incident_onus_reason_check CHECK ((reason = ANY (ARRAY['los'::text, 'power'::text, 'other'::text, 'none'::text]))),
  constraint incident_onus_span_check CHECK ((up_at >= down_at)),
  constraint incident_onus_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint incident_onus_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint incident_onus_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint incident_onus_pkey PRIMARY KEY (incident_id, onu_id, down_at)
);
CREATE UNIQUE INDEX incident_onus_away ON incident_onus USING btree (onu_id) WHERE (up_at IS NULL);
CREATE INDEX incident_onus_client ON incident_onus USING btree (client_id) WHERE (client_id IS NOT NULL);
CREATE INDEX incident_onus_line ON incident_onus USING btree (subscription_id, down_at) WHERE (subscription_id IS NOT NULL);
alter table incident_onus enable row level security;
create policy scope on incident_onus as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = incident_onus.client_id)
 OFFSET 0))));

create table incidents (
  id bigint generated always as identity not null,
  olt_id bigint not null,
  kind text collate "C" not null,
  node text collate "C" not null,
  pon text collate "C",
  box_id bigint,
  area_id bigint,
  began_at timestamp with time zone not null,
  found_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  closed_by bigint,
  close_reason text,
  merged_into_id bigint,
  onus_of integer default 0 not null,
  onus integer default 0 not null,
  onus_back integer default 0 not null,
  lines integer default 0 not null,
  clients integer default 0 not null,
  monthly_minor bigint default 0 not null,
  text_en text default ''::text not null,
  text_bn text default ''::text not null,
  is_text_edited boolean default false not null,
  is_public boolean default false not null,
  note text default ''::text not null,
  version integer default 1 not null,
  constraint incidents_end_check CHECK (((ended_at IS NOT NULL) OR ((closed_by IS NULL) AND (merged_into_id IS NULL)))),
  constraint incidents_kind_check CHECK ((kind = ANY (ARRAY['fibre_cut'::text, 'power_failure'::text, 'unknown'::text, 'olt_unreachable'::text]))),
  constraint incidents_node_check CHECK ((node = ANY (ARRAY['box'::text, 'pon'::text, 'area'::text, 'olt'::text]))),
  constraint incidents_place_check CHECK (
CASE node
    WHEN 'box'::text THEN (box_id IS NOT NULL)
    WHEN 'pon'::text THEN (pon IS NOT NULL)
    WHEN 'area'::text THEN (area_id IS NOT NULL)
    ELSE true
END),
  constraint incidents_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint incidents_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES users(id),
  constraint incidents_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES incidents(id),
  constraint incidents_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id),
  constraint incidents_pkey PRIMARY KEY (id)
);
CREATE INDEX incidents_of_olt ON incidents USING btree (olt_id, id);
CREATE UNIQUE INDEX incidents_one_for_each_place ON incidents USING btree (olt_id, ((kind = 'olt_unreachable'::text)), node, (
CASE
    WHEN (node = 'pon'::text) THEN pon
    ELSE NULL::text
END), (
CASE
    WHEN (node = 'box'::text) THEN box_id
    ELSE NULL::bigint
END), (
CASE
    WHEN (node = 'area'::text) THEN area_id
    ELSE NULL::bigint
END)) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE TRIGGER incidents_announced AFTER UPDATE ON incidents FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION announce_change();
CREATE TRIGGER incidents_announced_new AFTER INSERT ON incidents FOR EACH ROW EXECUTE FUNCTION announce_change();

create table invoice_balances (
  invoice_id bigint not null,
  client_id bigint not null,
  due_on date not null,
  total_minor bigint not null,
  allocated_minor bigint default 0 not null,
  credited_minor bigint default 0 not null,
  written_off_minor bigint default 0 not null,
  voided_minor bigint default 0 not null,
  open_minor bigint generated always as (((((total_minor - allocated_minor) - credited_minor) - written_off_minor) - voided_minor)) stored not null,
  constraint invoice_balances_allocated_minor_check CHECK ((allocated_minor >= 0)),
  constraint invoice_balances_credited_minor_check CHECK ((credited_minor >= 0)),
  constraint invoice_balances_voided_minor_check CHECK ((voided_minor >= 0)),
  constraint invoice_balances_written_off_minor_check CHECK ((written_off_minor >= 0)),
  constraint invoice_not_overpaid CHECK ((((((total_minor - allocated_minor) - credited_minor) - written_off_minor) - voided_minor) >= 0)),
  constraint invoice_balances_pkey PRIMARY KEY (invoice_id)
);
CREATE INDEX invoice_balances_due ON invoice_balances USING btree (due_on, invoice_id) INCLUDE (client_id, open_minor) WHERE (open_minor > 0);
CREATE INDEX invoice_balances_open ON invoice_balances USING btree (client_id, due_on, invoice_id) WHERE (open_minor > 0);
alter table invoice_balances enable row level security;
create policy scope on invoice_balances as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = invoice_balances.client_id)
 OFFSET 0))));

create table invoice_drafts (
  id bigint generated always as identity not null,
  client_id bigint not null,
  content jsonb not null,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  finalized_invoice_id bigint,
  constraint invoice_drafts_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint invoice_drafts_finalized_invoice_id_fkey FOREIGN KEY (finalized_invoice_id) REFERENCES invoices(id),
  constraint invoice_drafts_pkey PRIMARY KEY (id)
);
alter table invoice_drafts enable row level security;
create policy scope on invoice_drafts as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = invoice_drafts.client_id)
 OFFSET 0))));

create table invoice_lines (
  invoice_id bigint not null,
  line_no smallint not null,
  charge_id bigint,
  subscription_id bigint,
  package_version_id bigint,
  item text not null,
  description text not null,
  starts_on date not null,
  ends_on date not null,
  quantity_milli bigint not null,
  unit_price_minor bigint not null,
  net_minor bigint not null,
  discount_minor bigint default 0 not null,
  vat_bp integer default 0 not null,
  vat_inclusive boolean default false not null,
  vat_minor bigint default 0 not null,
  total_minor bigint not null,
  explain jsonb not null,
  constraint invoice_lines_check CHECK ((ends_on > starts_on)),
  constraint invoice_lines_check1 CHECK (((discount_minor >= 0) AND (discount_minor <= net_minor))),
  constraint invoice_lines_check2 CHECK ((total_minor = ((net_minor - discount_minor) + vat_minor))),
  constraint invoice_lines_net_minor_check CHECK ((net_minor >= 0)),
  constraint invoice_lines_total_minor_check CHECK ((total_minor > 0)),
  constraint invoice_lines_vat_minor_check CHECK ((vat_minor >= 0)),
  constraint invoice_lines_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint invoice_lines_pkey PRIMARY KEY (invoice_id, line_no)
);
CREATE TRIGGER invoice_lines_immutable BEFORE DELETE OR UPDATE ON invoice_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table invoice_runs (
  id bigint generated always as identity not null,
  month date not null,
  scope jsonb default '{}'::jsonb not null,
  issued_on date not null,
  state text default 'previewing'::text not null,
  starts_itself boolean default false not null,
  cursor_client_id bigint default 0 not null,
  expected_count bigint,
  expected_total_minor bigint,
  previous_count bigint,
  previous_total_minor bigint,
  difference_bp bigint,
  issued_count bigint default 0 not null,
  issued_total_minor bigint default 0 not null,
  parked_count bigint default 0 not null,
  error text,
  requested_by bigint,
  release_requested_by bigint,
  release_after timestamp with time zone,
  released_by bigint,
  created_at timestamp with time zone default now() not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  changes jsonb default '{}'::jsonb not null,
  constraint invoice_runs_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint invoice_runs_state_check CHECK ((state = ANY (ARRAY['previewing'::text, 'ready'::text, 'awaiting_release'::text, 'queued'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text]))),
  constraint invoice_runs_pkey PRIMARY KEY (id)
);
CREATE TRIGGER invoice_runs_announced AFTER INSERT OR UPDATE ON invoice_runs FOR EACH ROW EXECUTE FUNCTION announce_change();

create table invoices (
  id bigint generated by default as identity not null,
  client_id bigint not null,
  branch_id bigint not null,
  reseller_id bigint,
  series_id bigint not null,
  number bigint not null,
  code text collate "C" not null,
  kind text not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  due_on date not null,
  month date not null,
  net_minor bigint not null,
  discount_minor bigint default 0 not null,
  vat_minor bigint default 0 not null,
  total_minor bigint not null,
  run_id bigint,
  template_version integer default 1 not null,
  seller_id bigint,
  buyer jsonb not null,
  issued_by bigint,
  constraint invoices_check CHECK ((total_minor = ((net_minor - discount_minor) + vat_minor))),
  constraint invoices_discount_minor_check CHECK ((discount_minor >= 0)),
  constraint invoices_kind_check CHECK ((kind = ANY (ARRAY['month'::text, 'first'::text, 'renewal'::text, 'change'::text, 'final'::text, 'manual'::text, 'opening'::text]))),
  constraint invoices_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint invoices_total_minor_check CHECK ((total_minor > 0)),
  constraint invoices_vat_minor_check CHECK ((vat_minor >= 0)),
  constraint invoices_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint invoices_pkey PRIMARY KEY (id),
  constraint invoices_series_id_number_key UNIQUE (series_id, number)
);
CREATE INDEX invoices_client ON invoices USING btree (client_id, id DESC);
CREATE INDEX invoices_code ON invoices USING btree (code);
CREATE INDEX invoices_issued ON invoices USING brin (issued_on, month, run_id) WITH (pages_per_range='32');
CREATE INDEX invoices_made_alone ON invoices USING btree (issued_at) WHERE (run_id IS NULL);
CREATE TRIGGER invoices_immutable BEFORE DELETE OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION refuse_change();
alter table invoices enable row level security;
create policy scope on invoices as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = invoices.client_id)
 OFFSET 0))));

create table job_runs (
  id bigint generated always as identity not null,
  queue_id uuid not null,
  name text collate "C" not null,
  key text collate "C",
  state text default 'queued'::text not null,
  attempt integer default 0 not null,
  progress jsonb,
  error text,
  requested_by bigint,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint job_runs_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint job_runs_requester_fk FOREIGN KEY (requested_by) REFERENCES users(id),
  constraint job_runs_pkey PRIMARY KEY (id),
  constraint job_runs_queue_id_key UNIQUE (queue_id)
);
CREATE INDEX job_runs_newest ON job_runs USING btree (id DESC, name);
CREATE INDEX job_runs_of_name ON job_runs USING btree (name, id DESC);
CREATE INDEX job_runs_open ON job_runs USING btree (id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

create table late_fee_changes (
  id bigint generated always as identity not null,
  invoice_id bigint not null,
  fee_minor bigint not null,
  charge_id bigint,
  created_at timestamp with time zone not null,
  created_by bigint,
  constraint late_fee_changes_fee_minor_check CHECK ((fee_minor >= 0)),
  constraint late_fee_changes_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES charges(id),
  constraint late_fee_changes_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES late_fees(invoice_id),
  constraint late_fee_changes_pkey PRIMARY KEY (id)
);
CREATE INDEX late_fee_changes_charge ON late_fee_changes USING btree (charge_id) WHERE (charge_id IS NOT NULL);
CREATE INDEX late_fee_changes_invoice ON late_fee_changes USING btree (invoice_id, id);
CREATE TRIGGER late_fee_changes_immutable BEFORE DELETE OR UPDATE ON late_fee_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table late_fees (
  invoice_id bigint not null,
  charge_id bigint not null,
  created_at timestamp with time zone not null,
  client_id bigint,
  charged_on date,
  base_minor bigint,
  fixed_minor bigint,
  rate_bp integer,
  fee_minor bigint,
  after_allocation bigint,
  constraint late_fees_base_minor_check CHECK ((base_minor > 0)),
  constraint late_fees_fee_minor_check CHECK ((fee_minor > 0)),
  constraint late_fees_fixed_minor_check CHECK ((fixed_minor >= 0)),
  constraint late_fees_rate_bp_check CHECK (((rate_bp >= 0) AND (rate_bp <= 10000))),
  constraint late_fees_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES charges(id),
  constraint late_fees_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint late_fees_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint late_fees_pkey PRIMARY KEY (invoice_id)
);
CREATE INDEX late_fees_charge ON late_fees USING btree (charge_id);
CREATE INDEX late_fees_client ON late_fees USING btree (client_id);

create table login_attempts (
  at timestamp with time zone not null,
  id bigint generated always as identity not null,
  username text collate "C" not null,
  user_id bigint,
  ip inet,
  user_agent text,
  outcome text not null,
  constraint login_attempts_outcome_check CHECK ((outcome = ANY (ARRAY['ok'::text, 'wrong'::text, 'limited'::text, 'disabled'::text]))),
  constraint login_attempts_pkey PRIMARY KEY (at, id)
) partition by RANGE (at);
CREATE INDEX login_attempts_ip ON ONLY login_attempts USING btree (ip, at DESC);
CREATE INDEX login_attempts_user ON ONLY login_attempts USING btree (user_id, at DESC) WHERE (user_id IS NOT NULL);
CREATE INDEX login_attempts_username ON ONLY login_attempts USING btree (username, at DESC);

create table manual_entries (
  id bigint generated always as identity not null,
  booked_on date not null,
  memo text not null,
  reverses_id bigint,
  created_by bigint,
  created_at timestamp with time zone not null,
  constraint manual_entries_memo_check CHECK (((length(memo) >= 1) AND (length(memo) <= 500))),
  constraint manual_entries_reverses_fk FOREIGN KEY (reverses_id) REFERENCES manual_entries(id),
  constraint manual_entries_pkey PRIMARY KEY (id),
  constraint manual_entries_reversed_once UNIQUE (reverses_id)
);
CREATE TRIGGER manual_entries_immutable BEFORE DELETE OR UPDATE ON manual_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table message_attempts (
  created_at timestamp with time zone not null,
  message_id bigint not null,
  attempt_no smallint not null,
  client_id bigint,
  channel text collate "C" not null,
  address text not null,
  locale text not null,
  text text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  outcome text,
  reference text,
  error text,
  constraint message_attempts_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'bn'::text]))),
  constraint message_attempts_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'failed'::text, 'unknown'::text]))),
  constraint message_attempts_pkey PRIMARY KEY (created_at, message_id, attempt_no)
) partition by RANGE (created_at);
CREATE INDEX message_attempts_open ON ONLY message_attempts USING btree (started_at) WHERE (outcome IS NULL);
alter table message_attempts enable row level security;
create policy scope on message_attempts as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = message_attempts.client_id)
 OFFSET 0))));

create table message_keys (
  dedupe_key text collate "C" not null,
  created_at timestamp with time zone not null,
  constraint message_keys_pkey PRIMARY KEY (dedupe_key)
);

create table months (
  month date not null,
  closed_at timestamp with time zone,
  closed_by bigint,
  constraint months_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint months_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES users(id),
  constraint months_pkey PRIMARY KEY (month)
);

create table number_series (
  id bigint generated always as identity not null,
  document_kind text not null,
  owner text collate "C" not null,
  fiscal_year integer not null,
  pattern text not null,
  next bigint default 1 not null,
  constraint number_series_document_kind_check CHECK ((document_kind = ANY (ARRAY['invoice'::text, 'credit_note'::text, 'void'::text, 'write_off'::text, 'receipt'::text, 'refund'::text, 'transfer'::text]))),
  constraint number_series_next_check CHECK ((next >= 1)),
  constraint number_series_pkey PRIMARY KEY (id),
  constraint number_series_document_kind_owner_fiscal_year_key UNIQUE (document_kind, owner, fiscal_year)
);
CREATE TRIGGER number_series_kept BEFORE DELETE ON number_series FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table olt_console_lines (
  id bigint generated always as identity not null,
  console_id bigint not null,
  olt_id bigint not null,
  user_id bigint not null,
  line text not null,
  line_sealed bytea,
  confirm text,
  is_read_only boolean not null,
  asked_at timestamp with time zone not null,
  state text collate "C" default 'waiting'::text not null,
  began_at timestamp with time zone,
  done_at timestamp with time zone,
  answer text,
  is_cut boolean default false not null,
  is_whole boolean,
  ms integer,
  prompt text,
  trouble text collate "C",
  message text,
  question text,
  told text,
  refusal text,
  stands_at text,
  constraint olt_console_lines_done_check CHECK (((state = ANY (ARRAY['waiting'::text, 'running'::text])) = (done_at IS NULL))),
  constraint olt_console_lines_sealed_check CHECK (((done_at IS NULL) OR (line_sealed IS NULL))),
  constraint olt_console_lines_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'unsure'::text, 'failed'::text]))),
  constraint olt_console_lines_console_id_fkey FOREIGN KEY (console_id) REFERENCES olt_consoles(id) ON DELETE CASCADE,
  constraint olt_console_lines_pkey PRIMARY KEY (id)
);
CREATE INDEX olt_console_lines_console ON olt_console_lines USING btree (console_id);
CREATE INDEX olt_console_lines_olt ON olt_console_lines USING btree (olt_id, id);
CREATE INDEX olt_console_lines_open ON olt_console_lines USING btree (asked_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE TRIGGER olt_console_lines_announced AFTER INSERT OR UPDATE ON olt_console_lines FOR EACH ROW EXECUTE FUNCTION announce_change();

create table olt_consoles (
  id bigint generated always as identity not null,
  olt_id bigint not null,
  user_id bigint not null,
  began_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint olt_consoles_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id),
  constraint olt_consoles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id),
  constraint olt_consoles_pkey PRIMARY KEY (id)
);
CREATE INDEX olt_consoles_last ON olt_consoles USING btree (last_at);
CREATE INDEX olt_consoles_of ON olt_consoles USING btree (olt_id, user_id, last_at);

create table olt_health (
  olt_id bigint not null,
  model text default ''::text not null,
  firmware text default ''::text not null,
  description text default ''::text not null,
  uptime_seconds bigint,
  cpu_percent integer,
  memory_percent integer,
  temperature_c real,
  seen_at timestamp with time zone,
  failures integer default 0 not null,
  retry_at timestamp with time zone,
  error_kind text collate "C",
  error text,
  failed_at timestamp with time zone,
  constraint olt_health_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id) ON DELETE CASCADE,
  constraint olt_health_pkey PRIMARY KEY (olt_id)
);
CREATE TRIGGER olt_health_announced AFTER UPDATE ON olt_health FOR EACH ROW WHEN ((((old.seen_at IS NULL) <> (new.seen_at IS NULL)) OR ((old.retry_at IS NULL) <> (new.retry_at IS NULL)) OR (old.error_kind IS DISTINCT FROM new.error_kind))) EXECUTE FUNCTION announce_olt();

create table olt_interface_samples (
  olt_id bigint not null,
  name text collate "C" not null,
  at timestamp with time zone not null,
  is_up boolean,
  tx_centi_dbm smallint,
  rx_centi_dbm smallint,
  temperature_c real
) partition by RANGE (at);
CREATE INDEX olt_interface_samples_of ON ONLY olt_interface_samples USING btree (olt_id, name, at);

create table olt_interfaces (
  olt_id bigint not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  description text default ''::text not null,
  is_enabled boolean,
  is_up boolean,
  speed_mbps bigint,
  tx_centi_dbm smallint,
  rx_centi_dbm smallint,
  temperature_c real,
  since timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint olt_interfaces_kind_check CHECK ((kind = ANY (ARRAY['pon'::text, 'uplink'::text, 'other'::text]))),
  constraint olt_interfaces_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id) ON DELETE CASCADE,
  constraint olt_interfaces_pkey PRIMARY KEY (olt_id, name)
);

create table olt_polls (
  olt_id bigint not null,
  kind text collate "C" not null,
  due_at timestamp with time zone not null,
  began_at timestamp with time zone,
  ms integer,
  rows integer,
  source text collate "C",
  is_complete boolean,
  completed_at timestamp with time zone,
  problems text[] default '{}'::text[] not null,
  constraint olt_polls_kind_check CHECK ((kind = ANY (ARRAY['status'::text, 'optics'::text, 'inventory'::text, 'macs'::text, 'unregistered'::text, 'system'::text]))),
  constraint olt_polls_source_check CHECK ((source = ANY (ARRAY['cli'::text, 'snmp'::text]))),
  constraint olt_polls_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id) ON DELETE CASCADE,
  constraint olt_polls_pkey PRIMARY KEY (olt_id, kind)
);
CREATE INDEX olt_polls_due ON olt_polls USING btree (due_at);
CREATE TRIGGER olt_polls_announced AFTER UPDATE ON olt_polls FOR EACH ROW WHEN ((old.began_at IS DISTINCT FROM new.began_at)) EXECUTE FUNCTION announce_olt();

create table olt_tasks (
  id bigint generated always as identity not null,
  olt_id bigint not null,
  onu_id bigint,
  verb text collate "C" not null,
  pon text collate "C" not null,
  onu_index integer not null,
  identity text collate "C",
  profile text collate "C" not null,
  wish jsonb not null,
  lines jsonb not null,
  save_lines jsonb not null,
  must text not null,
  subscription_id bigint,
  accepts_unverified boolean not null,
  requested_by bigint,
  requested_at timestamp with time zone not null,
  state text collate "C" default 'waiting'::text not null,
  began_at timestamp with time zone,
  done_at timestamp with time zone,
  transcript jsonb default '[]'::jsonb not null,
  stopped_at jsonb,
  read_back jsonb,
  is_saved boolean,
  trouble text collate "C",
  message text,
  constraint olt_tasks_done_check CHECK (((state = ANY (ARRAY['waiting'::text, 'running'::text])) = (done_at IS NULL))),
  constraint olt_tasks_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'refused'::text, 'unsure'::text, 'not_seen'::text, 'failed'::text, 'cancelled'::text]))),
  constraint olt_tasks_verb_check CHECK ((verb = ANY (ARRAY['reboot'::text, 'enable'::text, 'disable'::text, 'describe'::text, 'authorise'::text, 'delete'::text, 'replace'::text]))),
  constraint olt_tasks_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id),
  constraint olt_tasks_onu_id_fkey FOREIGN KEY (onu_id) REFERENCES onus(id) ON DELETE SET NULL,
  constraint olt_tasks_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES users(id),
  constraint olt_tasks_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint olt_tasks_pkey PRIMARY KEY (id)
);
CREATE INDEX olt_tasks_olt ON olt_tasks USING btree (olt_id, id);
CREATE INDEX olt_tasks_onu ON olt_tasks USING btree (onu_id, id) WHERE (onu_id IS NOT NULL);
CREATE INDEX olt_tasks_open ON olt_tasks USING btree (state, requested_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX olt_tasks_requested ON olt_tasks USING btree (requested_at);
CREATE UNIQUE INDEX olt_tasks_waiting ON olt_tasks USING btree (olt_id, md5((lines)::text)) WHERE (state = 'waiting'::text);
CREATE TRIGGER olt_tasks_announced AFTER INSERT OR UPDATE ON olt_tasks FOR EACH ROW EXECUTE FUNCTION announce_change();

create table olt_verified_writes (
  profile text collate "C" not null,
  model text not null,
  firmware text not null,
  verb text collate "C" not null,
  verified_at timestamp with time zone not null,
  olt_id bigint not null,
  task_id bigint,
  constraint olt_verified_writes_known_check CHECK (((model <> ''::text) AND (firmware <> ''::text))),
  constraint olt_verified_writes_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id),
  constraint olt_verified_writes_task_id_fkey FOREIGN KEY (task_id) REFERENCES olt_tasks(id) ON DELETE SET NULL,
  constraint olt_verified_writes_pkey PRIMARY KEY (profile, model, firmware, verb)
);

create table olts (
  id bigint generated by default as identity not null,
  branch_id bigint not null,
  name text not null,
  profile text collate "C",
  host text collate "C" not null,
  cli text collate "C" default 'none'::text not null,
  cli_port integer default 23 not null,
  username text default ''::text not null,
  password_sealed bytea,
  enable_password_sealed bytea,
  ssh_host_key text collate "C",
  allows_legacy_ssh boolean default false not null,
  snmp text collate "C" default 'none'::text not null,
  snmp_port integer default 161 not null,
  snmp_community_sealed bytea,
  snmp_user text default ''::text not null,
  snmp_auth text collate "C",
  snmp_auth_key_sealed bytea,
  snmp_priv text collate "C",
  snmp_priv_key_sealed bytea,
  pons text[] collate "C",
  is_writable boolean default false not null,
  latitude double precision,
  longitude double precision,
  is_active boolean default true not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint olts_cli_check CHECK ((cli = ANY (ARRAY['none'::text, 'telnet'::text, 'ssh'::text]))),
  constraint olts_cli_port_check CHECK (((cli_port >= 1) AND (cli_port <= 65535))),
  constraint olts_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint olts_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint olts_place_check CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint olts_reach_check CHECK (((NOT is_active) OR ((host <> ''::text) AND (profile IS NOT NULL) AND ((cli <> 'none'::text) OR (snmp <> 'none'::text))))),
  constraint olts_snmp_auth_check CHECK ((snmp_auth = ANY (ARRAY['md5'::text, 'sha'::text, 'sha256'::text, 'sha512'::text]))),
  constraint olts_snmp_check CHECK ((snmp = ANY (ARRAY['none'::text, '2c'::text, '3'::text]))),
  constraint olts_snmp_port_check CHECK (((snmp_port >= 1) AND (snmp_port <= 65535))),
  constraint olts_snmp_priv_check CHECK ((snmp_priv = ANY (ARRAY['des'::text, 'aes'::text, 'aes256'::text]))),
  constraint olts_ssh_host_key_check CHECK ((ssh_host_key ~ '^SHA256:[A-Za-z0-9+/]{43}$'::text)),
  constraint olts_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint olts_pkey PRIMARY KEY (id)
);
CREATE INDEX olts_branch ON olts USING btree (branch_id, id);
CREATE UNIQUE INDEX olts_name ON olts USING btree (lower(name));
CREATE TRIGGER olts_announced AFTER INSERT OR UPDATE ON olts FOR EACH ROW EXECUTE FUNCTION announce_change();

create table onu_absorptions (
  nameless_id bigint not null,
  onu_id bigint not null,
  olt_id bigint not null,
  at timestamp with time zone not null,
  constraint onu_absorptions_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id),
  constraint onu_absorptions_onu_id_fkey FOREIGN KEY (onu_id) REFERENCES onus(id) ON DELETE CASCADE,
  constraint onu_absorptions_pkey PRIMARY KEY (nameless_id)
);
CREATE INDEX onu_absorptions_olt ON onu_absorptions USING btree (olt_id, at);
CREATE INDEX onu_absorptions_onu ON onu_absorptions USING btree (onu_id);

create table onu_events (
  at timestamp with time zone not null,
  id bigint generated always as identity not null,
  onu_id bigint not null,
  olt_id bigint not null,
  pon text collate "C" not null,
  kind text collate "C" not null,
  was text collate "C",
  is_now text collate "C",
  cause text collate "C",
  raw_cause text,
  detail jsonb default '{}'::jsonb not null,
  constraint onu_events_kind_check CHECK ((kind = ANY (ARRAY['state'::text, 'light'::text, 'appeared'::text, 'gone'::text, 'moved'::text, 'swapped'::text, 'named'::text, 'linked'::text, 'unlinked'::text, 'changed'::text]))),
  constraint onu_events_pkey PRIMARY KEY (at, id)
) partition by RANGE (at);
CREATE INDEX onu_events_onu ON ONLY onu_events USING btree (onu_id, at DESC);
CREATE INDEX onu_events_pon ON ONLY onu_events USING btree (olt_id, pon, at DESC);

create table onu_forecasts (
  onu_id bigint not null,
  slope_centi_per_1000_days integer not null,
  now_centi_dbm smallint not null,
  days integer not null,
  crosses_on date,
  computed_at timestamp with time zone not null,
  constraint onu_forecasts_onu_id_fkey FOREIGN KEY (onu_id) REFERENCES onus(id) ON DELETE CASCADE,
  constraint onu_forecasts_pkey PRIMARY KEY (onu_id)
);
CREATE INDEX onu_forecasts_crosses ON onu_forecasts USING btree (crosses_on, onu_id) WHERE (crosses_on IS NOT NULL);

create table onu_link_suggestions (
  onu_id bigint not null,
  subscription_id bigint not null,
  reasons jsonb not null,
  score integer not null,
  found_at timestamp with time zone not null,
  rejected_at timestamp with time zone,
  rejected_by bigint,
  constraint onu_link_suggestions_onu_id_fkey FOREIGN KEY (onu_id) REFERENCES onus(id) ON DELETE CASCADE,
  constraint onu_link_suggestions_rejected_by_fkey FOREIGN KEY (rejected_by) REFERENCES users(id),
  constraint onu_link_suggestions_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id) ON DELETE CASCADE,
  constraint onu_link_suggestions_pkey PRIMARY KEY (onu_id, subscription_id)
);

create table onu_links (
  id bigint generated always as identity not null,
  onu_id bigint not null,
  subscription_id bigint not null,
  source text collate "C" not null,
  reason jsonb default '{}'::jsonb not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  linked_by bigint,
  unlinked_by bigint,
  constraint onu_links_source_check CHECK ((source = ANY (ARRAY['person'::text, 'automatic'::text]))),
  constraint onu_links_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES users(id),
  constraint onu_links_onu_id_fkey FOREIGN KEY (onu_id) REFERENCES onus(id),
  constraint onu_links_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint onu_links_unlinked_by_fkey FOREIGN KEY (unlinked_by) REFERENCES users(id),
  constraint onu_links_pkey PRIMARY KEY (id)
);
CREATE INDEX onu_links_history ON onu_links USING btree (subscription_id, since);
CREATE UNIQUE INDEX onu_links_onu ON onu_links USING btree (onu_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX onu_links_subscription ON onu_links USING btree (subscription_id) WHERE (until IS NULL);

create table onu_macs (
  onu_id bigint not null,
  mac text collate "C" not null,
  vlan integer,
  first_seen_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint onu_macs_onu_id_fkey FOREIGN KEY (onu_id) REFERENCES onus(id) ON DELETE CASCADE,
  constraint onu_macs_pkey PRIMARY KEY (onu_id, mac)
);
CREATE INDEX onu_macs_mac ON onu_macs USING btree (mac);

create table onu_places (
  onu_id bigint not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  olt_id bigint not null,
  pon text collate "C" not null,
  onu_index integer not null,
  constraint onu_places_onu_id_fkey FOREIGN KEY (onu_id) REFERENCES onus(id) ON DELETE CASCADE,
  constraint onu_places_pkey PRIMARY KEY (onu_id, since)
);

create table onus (
  id bigint generated always as identity not null,
  serial text collate "C",
  raw_serial text collate "C",
  mac text collate "C",
  model text default ''::text not null,
  description text default ''::text not null,
  olt_id bigint not null,
  pon text collate "C" not null,
  onu_index integer not null,
  is_present boolean default true not null,
  state text collate "C" not null,
  raw_state text,
  cause text collate "C",
  raw_cause text,
  since timestamp with time zone not null,
  rx_centi_dbm smallint,
  olt_rx_centi_dbm smallint,
  tx_centi_dbm smallint,
  temperature_c real,
  voltage_v real,
  bias_ma real,
  distance_m integer,
  measured_at timestamp with time zone,
  light text collate "C" default 'unknown'::text not null,
  light_seen text collate "C" default 'unknown'::text not null,
  light_since timestamp with time zone,
  box_id bigint,
  box_port integer,
  first_seen_at timestamp with time zone not null,
  version integer default 1 not null,
  search text generated always as (lower(((((COALESCE(serial, ''::text) || ' '::text) || COALESCE(mac, ''::text)) || ' '::text) || description))) stored,
  constraint onus_box_port_check CHECK (((box_port IS NULL) OR (box_id IS NOT NULL))),
  constraint onus_light_check CHECK ((light = ANY (ARRAY['unknown'::text, 'good'::text, 'weak'::text, 'critical'::text, 'too_strong'::text]))),
  constraint onus_state_check CHECK ((state = ANY (ARRAY['online'::text, 'offline'::text, 'los'::text, 'power_off'::text, 'disabled'::text, 'unknown'::text]))),
  constraint onus_box_id_fkey FOREIGN KEY (box_id) REFERENCES boxes(id),
  constraint onus_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id),
  constraint onus_pkey PRIMARY KEY (id)
) with (fillfactor=80);
CREATE INDEX onus_away ON onus USING btree (since, id) WHERE (state <> ALL (ARRAY['online'::text, 'unknown'::text]));
CREATE INDEX onus_box ON onus USING btree (box_id) WHERE (box_id IS NOT NULL);
CREATE INDEX onus_in_order ON onus USING btree (olt_id, pon_order(pon), onu_index);
CREATE INDEX onus_light ON onus USING btree (rx_centi_dbm, id) WHERE (rx_centi_dbm IS NOT NULL);
CREATE UNIQUE INDEX onus_mac ON onus USING btree (mac) WHERE ((mac IS NOT NULL) AND (serial IS NULL));
CREATE UNIQUE INDEX onus_place ON onus USING btree (olt_id, pon, onu_index) WHERE is_present;
CREATE INDEX onus_search ON onus USING gin (search gin_trgm_ops);
CREATE UNIQUE INDEX onus_serial ON onus USING btree (serial) WHERE (serial IS NOT NULL);
CREATE TRIGGER onus_announced AFTER UPDATE ON onus FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) OR (old.light IS DISTINCT FROM new.light) OR (old.is_present IS DISTINCT FROM new.is_present))) EXECUTE FUNCTION announce_change();

create table opening_balances (
  id bigint generated always as identity not null,
  client_id bigint,
  wallet_id bigint,
  amount_minor bigint not null,
  booked_on date not null,
  reason text not null,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  constraint opening_balances_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint opening_balances_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES wallets(id),
  constraint opening_balances_pkey PRIMARY KEY (id)
);
CREATE TRIGGER opening_balances_immutable BEFORE DELETE OR UPDATE ON opening_balances FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table optical_folds (
  day date not null,
  folded_at timestamp with time zone not null,
  constraint optical_folds_pkey PRIMARY KEY (day)
);

create table optical_hours (
  onu_id bigint not null,
  day date not null,
  hours smallint[] not null,
  constraint optical_hours_pkey PRIMARY KEY (onu_id, day)
) partition by RANGE (day);

create table optical_samples (
  onu_id bigint not null,
  at timestamp with time zone not null,
  rx_centi_dbm smallint,
  olt_rx_centi_dbm smallint,
  tx_centi_dbm smallint,
  temperature_c smallint
) partition by RANGE (at);
CREATE INDEX optical_samples_of ON ONLY optical_samples USING btree (onu_id, at);

create table outbox_messages (
  created_at timestamp with time zone not null,
  id bigint generated always as identity not null,
  dedupe_key text collate "C" not null,
  kind text collate "C" not null,
  client_id bigint,
  user_id bigint,
  locale text default 'en'::text not null,
  payload jsonb default '{}'::jsonb not null,
  state text default 'queued'::text not null,
  not_before timestamp with time zone not null,
  why text collate "C",
  closed_at timestamp with time zone,
  attempts smallint default 0 not null,
  constraint outbox_messages_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'bn'::text]))),
  constraint outbox_messages_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'cancelled'::text, 'unknown'::text]))),
  constraint outbox_messages_pkey PRIMARY KEY (created_at, id)
) partition by RANGE (created_at);
CREATE INDEX outbox_messages_client ON ONLY outbox_messages USING btree (client_id, created_at DESC) WHERE (client_id IS NOT NULL);
CREATE INDEX outbox_messages_id ON ONLY outbox_messages USING brin (id) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX outbox_messages_queued ON ONLY outbox_messages USING btree (not_before, id) WHERE (state = 'queued'::text);
CREATE INDEX outbox_messages_stopped ON ONLY outbox_messages USING btree (state, created_at DESC, id DESC) WHERE (state = ANY (ARRAY['sending'::text, 'failed'::text, 'unknown'::text]));
alter table outbox_messages enable row level security;
create policy scope on outbox_messages as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = outbox_messages.client_id)
 OFFSET 0))));

create table package_versions (
  id bigint generated by default as identity not null,
  package_id bigint not null,
  version_no integer not null,
  starts_on date not null,
  price_minor bigint not null,
  vat_rate_id bigint,
  vat_inclusive boolean default false not null,
  download_kbps integer not null,
  upload_kbps integer not null,
  router_profile text default ''::text not null,
  validity_count integer default 1 not null,
  validity_unit text default 'month'::text not null,
  approval_no text default ''::text not null,
  approved_on date,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  constraint package_versions_download_kbps_check CHECK ((download_kbps > 0)),
  constraint package_versions_price_minor_check CHECK ((price_minor >= 0)),
  constraint package_versions_upload_kbps_check CHECK ((upload_kbps > 0)),
  constraint package_versions_validity_count_check CHECK (((validity_count >= 1) AND (validity_count <= 3660))),
  constraint package_versions_validity_unit_check CHECK ((validity_unit = ANY (ARRAY['day'::text, 'month'::text]))),
  constraint package_versions_package_id_fkey FOREIGN KEY (package_id) REFERENCES packages(id),
  constraint package_versions_vat_rate_id_fkey FOREIGN KEY (vat_rate_id) REFERENCES vat_rates(id),
  constraint package_versions_pkey PRIMARY KEY (id),
  constraint package_versions_package_id_version_no_key UNIQUE (package_id, version_no)
);
CREATE INDEX package_versions_current ON package_versions USING btree (package_id, starts_on DESC, version_no DESC);
CREATE TRIGGER package_versions_immutable BEFORE DELETE OR UPDATE ON package_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table packages (
  id bigint generated by default as identity not null,
  code text collate "C" not null,
  name text not null,
  description text default ''::text not null,
  is_active boolean default true not null,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint packages_pkey PRIMARY KEY (id),
  constraint packages_code_key UNIQUE (code)
);

create table password_reset_links (
  token_hash bytea not null,
  user_id bigint not null,
  created_by bigint,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint password_reset_links_creator_fk FOREIGN KEY (created_by) REFERENCES users(id),
  constraint password_reset_links_user_fk FOREIGN KEY (user_id) REFERENCES users(id),
  constraint password_reset_links_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX password_reset_links_user ON password_reset_links USING btree (user_id);

create table pauses (
  id bigint generated by default as identity not null,
  subscription_id bigint not null,
  starts_on date not null,
  ends_on date,
  kind text not null,
  reason text default ''::text not null,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  constraint pauses_check CHECK ((ends_on > starts_on)),
  constraint pauses_kind_check CHECK ((kind = ANY (ARRAY['vacation'::text, 'suspension'::text]))),
  constraint pauses_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint pauses_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX pauses_open ON pauses USING btree (subscription_id, kind) WHERE (ends_on IS NULL);
CREATE INDEX pauses_subscription ON pauses USING btree (subscription_id, starts_on);

create table payment_balances (
  payment_id bigint not null,
  client_id bigint not null,
  value_on date not null,
  remaining_minor bigint not null,
  constraint payment_not_overspent CHECK ((remaining_minor >= 0)),
  constraint payment_balances_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id) DEFERRABLE INITIALLY DEFERRED,
  constraint payment_balances_pkey PRIMARY KEY (payment_id)
);
CREATE INDEX payment_balances_remaining ON payment_balances USING btree (client_id, value_on, payment_id) WHERE (remaining_minor > 0);
alter table payment_balances enable row level security;
create policy scope on payment_balances as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = payment_balances.client_id)
 OFFSET 0))));

create table payment_promises (
  id bigint generated always as identity not null,
  client_id bigint not null,
  promised_on date not null,
  overdue_minor bigint not null,
  note text not null,
  state text collate "C" default 'open'::text not null,
  made_by bigint,
  made_on date not null,
  made_at timestamp with time zone not null,
  ended_by bigint,
  ended_at timestamp with time zone,
  constraint payment_promises_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'broken'::text, 'withdrawn'::text]))),
  constraint payment_promises_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint payment_promises_ended_by_fk FOREIGN KEY (ended_by) REFERENCES users(id),
  constraint payment_promises_made_by_fk FOREIGN KEY (made_by) REFERENCES users(id),
  constraint payment_promises_pkey PRIMARY KEY (id)
);
CREATE INDEX payment_promises_client ON payment_promises USING btree (client_id, id DESC);
CREATE INDEX payment_promises_due ON payment_promises USING btree (promised_on) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX payment_promises_open ON payment_promises USING btree (client_id) WHERE (state = 'open'::text);
alter table payment_promises enable row level security;
create policy scope on payment_promises as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = payment_promises.client_id)
 OFFSET 0))));

create table payment_reversals (
  id bigint generated always as identity not null,
  payment_id bigint not null,
  kind text not null,
  reason text not null,
  booked_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by bigint,
  constraint payment_reversals_kind_check CHECK ((kind = ANY (ARRAY['mistake'::text, 'bounced'::text, 'chargeback'::text]))),
  constraint payment_reversals_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint payment_reversals_pkey PRIMARY KEY (id),
  constraint payment_reversals_payment_id_key UNIQUE (payment_id)
);
CREATE TRIGGER payment_reversals_immutable BEFORE DELETE OR UPDATE ON payment_reversals FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table payment_trx_ids (
  method text collate "C" not null,
  trx_id text collate "C" not null,
  payment_id bigint not null,
  constraint payment_trx_ids_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint payment_trx_ids_pkey PRIMARY KEY (method, trx_id)
);
CREATE INDEX payment_trx_ids_payment ON payment_trx_ids USING btree (payment_id);

create table payments (
  id bigint generated by default as identity not null,
  client_id bigint,
  branch_id bigint,
  reseller_id bigint,
  wallet_id bigint,
  gateway_id bigint,
  method text not null,
  amount_minor bigint not null,
  rounding_minor bigint default 0 not null,
  source text collate "C" default 'staff'::text not null,
  source_ref text collate "C",
  trx_id text collate "C",
  value_on date not null,
  recorded_at timestamp with time zone not null,
  received_by bigint,
  receipt_series_id bigint,
  receipt_number bigint,
  receipt_code text collate "C",
  note text default ''::text not null,
  constraint payments_amount_minor_check CHECK ((amount_minor > 0)),
  constraint payments_check CHECK (((method = ANY (ARRAY['opening'::text, 'deposit'::text])) OR (wallet_id IS NOT NULL) OR (gateway_id IS NOT NULL))),
  constraint payments_method_check CHECK ((method = ANY (ARRAY['cash'::text, 'bank'::text, 'bkash'::text, 'nagad'::text, 'card'::text, 'online'::text, 'opening'::text, 'deposit'::text]))),
  constraint payments_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint payments_pkey PRIMARY KEY (id),
  constraint payments_receipt_series_id_receipt_number_key UNIQUE (receipt_series_id, receipt_number)
) with (autovacuum_vacuum_insert_scale_factor=0.01);
CREATE INDEX payments_client ON payments USING btree (client_id, id DESC);
CREATE INDEX payments_gateway ON payments USING btree (gateway_id) INCLUDE (amount_minor, rounding_minor) WHERE (gateway_id IS NOT NULL);
CREATE INDEX payments_receipt ON payments USING btree (receipt_code) WHERE (receipt_code IS NOT NULL);
CREATE INDEX payments_recorded ON payments USING btree (recorded_at, id);
CREATE UNIQUE INDEX payments_source ON payments USING btree (source, source_ref) WHERE (source_ref IS NOT NULL);
CREATE INDEX payments_taken ON payments USING btree (value_on, method) INCLUDE (amount_minor, branch_id, reseller_id, received_by) WHERE (method <> ALL (ARRAY['opening'::text, 'deposit'::text]));
CREATE INDEX payments_trx_search ON payments USING btree (trx_id) WHERE (trx_id IS NOT NULL);
CREATE INDEX payments_wallet ON payments USING btree (wallet_id, id DESC) WHERE (wallet_id IS NOT NULL);
CREATE TRIGGER payments_immutable BEFORE DELETE OR UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION refuse_change();
alter table payments enable row level security;
create policy scope on payments as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = payments.client_id)
 OFFSET 0))));

create table postings (
  booked_on date not null,
  entry_id bigint not null,
  line_no smallint not null,
  account_id bigint not null,
  amount_minor bigint not null,
  client_id bigint,
  wallet_id bigint,
  reseller_id bigint,
  employee_id bigint,
  gateway_id bigint,
  branch_id bigint,
  constraint postings_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint postings_check CHECK ((num_nonnulls(client_id, wallet_id, reseller_id, employee_id, gateway_id) <= 1)),
  constraint postings_pkey PRIMARY KEY (booked_on, entry_id, line_no)
) partition by RANGE (booked_on);
CREATE INDEX postings_client ON ONLY postings USING btree (client_id, booked_on) WHERE (client_id IS NOT NULL);
CREATE INDEX postings_gateway ON ONLY postings USING btree (gateway_id, booked_on) WHERE (gateway_id IS NOT NULL);
CREATE INDEX postings_wallet ON ONLY postings USING btree (wallet_id, booked_on) WHERE (wallet_id IS NOT NULL);
CREATE TRIGGER postings_balance AFTER INSERT ON postings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced_entry();
CREATE TRIGGER postings_immutable BEFORE DELETE OR UPDATE ON postings FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table ppp_sessions (
  id bigint generated always as identity not null,
  router_id bigint not null,
  subscription_id bigint,
  started_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  upload_bytes bigint default 0 not null,
  download_bytes bigint default 0 not null,
  source text collate "C" not null,
  login text collate "C" not null,
  acct_session_id text collate "C" not null,
  address inet,
  ipv6_prefix cidr,
  caller_id text collate "C" default ''::text not null,
  nas_port text collate "C" default ''::text not null,
  service text collate "C" default ''::text not null,
  policy text collate "C",
  counted_upload_bytes bigint default 0 not null,
  counted_download_bytes bigint default 0 not null,
  samples integer[] default '{}'::integer[] not null,
  constraint ppp_sessions_pkey PRIMARY KEY (id),
  constraint ppp_sessions_key UNIQUE (login, acct_session_id, router_id)
) with (fillfactor=60);
CREATE INDEX ppp_sessions_address ON ppp_sessions USING btree (address);
CREATE INDEX ppp_sessions_router ON ppp_sessions USING btree (router_id, id);
CREATE INDEX ppp_sessions_subscription ON ppp_sessions USING btree (subscription_id);

create table ppp_sessions_closed (
  id bigint not null,
  router_id bigint not null,
  subscription_id bigint,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
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
  terminate_cause text collate "C" not null,
  constraint ppp_sessions_closed_pkey PRIMARY KEY (ended_at, id)
) partition by RANGE (ended_at);
CREATE INDEX ppp_sessions_closed_address ON ONLY ppp_sessions_closed USING btree (address, ended_at);
CREATE INDEX ppp_sessions_closed_key ON ONLY ppp_sessions_closed USING btree (login, acct_session_id, router_id);
CREATE INDEX ppp_sessions_closed_subscription ON ONLY ppp_sessions_closed USING btree (subscription_id, ended_at DESC, id DESC);

create table radius_commands (
  at timestamp with time zone not null,
  id bigint generated always as identity not null,
  router_id bigint not null,
  subscription_id bigint,
  session_id bigint not null,
  login text collate "C" not null,
  kind text collate "C" not null,
  outcome text collate "C" not null,
  error_cause integer,
  constraint radius_commands_kind_check CHECK ((kind = ANY (ARRAY['change'::text, 'disconnect'::text, 'kick'::text]))),
  constraint radius_commands_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'no_session'::text, 'no_answer'::text, 'unreachable'::text]))),
  constraint radius_commands_pkey PRIMARY KEY (at, id)
) partition by RANGE (at);
CREATE INDEX radius_commands_subscription ON ONLY radius_commands USING btree (subscription_id, at DESC) WHERE (subscription_id IS NOT NULL);

create table radius_credentials (
  subscription_id bigint not null,
  password_kept bytea not null,
  made_of bytea not null,
  constraint radius_credentials_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id) ON DELETE CASCADE,
  constraint radius_credentials_pkey PRIMARY KEY (subscription_id)
);

create table radius_keys (
  only_row boolean default true not null,
  key_sealed bytea not null,
  constraint radius_keys_only_row_check CHECK (only_row),
  constraint radius_keys_pkey PRIMARY KEY (only_row)
);

create table radius_refusals (
  subscription_id bigint not null,
  router_id bigint not null,
  began_at timestamp with time zone not null,
  refused_at timestamp with time zone not null,
  constraint radius_refusals_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id) ON DELETE CASCADE,
  constraint radius_refusals_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id) ON DELETE CASCADE,
  constraint radius_refusals_pkey PRIMARY KEY (subscription_id)
);
CREATE INDEX radius_refusals_router ON radius_refusals USING btree (router_id);

create table radius_routers (
  router_id bigint not null,
  address inet not null,
  secret_kept bytea not null,
  coa_port integer default 3799 not null,
  is_signed boolean not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  heard_at timestamp with time zone,
  constraint radius_routers_address_check CHECK ((masklen(address) =
CASE family(address)
    WHEN 4 THEN 32
    ELSE 128
END)),
  constraint radius_routers_coa_port_check CHECK (((coa_port >= 1) AND (coa_port <= 65535))),
  constraint radius_routers_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id),
  constraint radius_routers_pkey PRIMARY KEY (router_id)
);
CREATE UNIQUE INDEX radius_routers_address ON radius_routers USING btree (address);

create table refunds (
  id bigint generated always as identity not null,
  client_id bigint not null,
  payment_id bigint not null,
  wallet_id bigint not null,
  series_id bigint not null,
  number bigint not null,
  code text collate "C" not null,
  amount_minor bigint not null,
  trx_id text collate "C",
  reason text not null,
  booked_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by bigint,
  approved_by bigint,
  constraint refunds_amount_minor_check CHECK ((amount_minor > 0)),
  constraint refunds_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint refunds_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint refunds_series_id_fkey FOREIGN KEY (series_id) REFERENCES number_series(id),
  constraint refunds_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES wallets(id),
  constraint refunds_pkey PRIMARY KEY (id),
  constraint refunds_series_id_number_key UNIQUE (series_id, number)
);
CREATE INDEX refunds_client ON refunds USING btree (client_id, id DESC);
CREATE INDEX refunds_payment ON refunds USING btree (payment_id);
CREATE UNIQUE INDEX refunds_trx ON refunds USING btree (wallet_id, trx_id) WHERE (trx_id IS NOT NULL);
CREATE TRIGGER refunds_immutable BEFORE DELETE OR UPDATE ON refunds FOR EACH ROW EXECUTE FUNCTION refuse_change();
alter table refunds enable row level security;
create policy scope on refunds as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = refunds.client_id)
 OFFSET 0))));

create table resellers (
  id bigint generated always as identity not null,
  code text collate "C" not null,
  name text not null,
  phone text default ''::text not null,
  parent_id bigint,
  branch_id bigint not null,
  is_active boolean default true not null,
  created_at timestamp with time zone default now() not null,
  constraint resellers_not_own_parent CHECK ((parent_id <> id)),
  constraint resellers_branch_fk FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint resellers_parent_fk FOREIGN KEY (parent_id) REFERENCES resellers(id),
  constraint resellers_pkey PRIMARY KEY (id),
  constraint resellers_code_key UNIQUE (code)
);
CREATE INDEX resellers_parent ON resellers USING btree (parent_id);

create table roles (
  id bigint generated always as identity not null,
  key text collate "C" not null,
  name text not null,
  permissions text[] default '{}'::text[] not null,
  granted text[] default '{}'::text[] not null,
  denied text[] default '{}'::text[] not null,
  is_builtin boolean default false not null,
  version integer default 1 not null,
  constraint roles_pkey PRIMARY KEY (id),
  constraint roles_key_key UNIQUE (key)
);
CREATE TRIGGER roles_identity AFTER DELETE OR UPDATE ON roles FOR EACH STATEMENT EXECUTE FUNCTION notify_identity_change();

create table router_drift (
  router_id bigint not null,
  kind text collate "C" not null,
  name text collate "C" not null,
  subscription_id bigint,
  detail jsonb default '{}'::jsonb not null,
  since timestamp with time zone not null,
  constraint router_drift_kind_check CHECK ((kind = ANY (ARRAY['foreign_secret'::text, 'foreign_same_name'::text, 'duplicate'::text, 'stray'::text, 'profile_missing'::text, 'profile_differs'::text]))),
  constraint router_drift_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id) ON DELETE CASCADE,
  constraint router_drift_pkey PRIMARY KEY (router_id, kind, name)
);

create table router_exports (
  id bigint generated always as identity not null,
  router_id bigint not null,
  content_sealed bytea not null,
  sha256 bytea not null,
  lines integer not null,
  taken_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint router_exports_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id) ON DELETE CASCADE,
  constraint router_exports_pkey PRIMARY KEY (id)
);
CREATE INDEX router_exports_router ON router_exports USING btree (router_id, id DESC);

create table router_health (
  router_id bigint not null,
  identity text default ''::text not null,
  os_version text default ''::text not null,
  board text default ''::text not null,
  uptime_seconds bigint,
  cpu_percent integer,
  memory_free_bytes bigint,
  memory_total_bytes bigint,
  seen_at timestamp with time zone,
  failures integer default 0 not null,
  retry_at timestamp with time zone,
  error_kind text collate "C",
  error text,
  failed_at timestamp with time zone,
  reconciled_at timestamp with time zone,
  secrets integer default 0 not null,
  own_secrets integer default 0 not null,
  foreign_secrets integer default 0 not null,
  sessions integer default 0 not null,
  held_kind text collate "C",
  held_changes integer,
  held_limit integer,
  held_at timestamp with time zone,
  released_changes integer default 0 not null,
  released_by bigint,
  exported_at timestamp with time zone,
  export_error text,
  constraint router_health_held_kind_check CHECK ((held_kind = ANY (ARRAY['empty'::text, 'truncated'::text, 'too_many'::text, 'secrets_leave'::text, 'radius_off'::text]))),
  constraint router_health_released_by_fkey FOREIGN KEY (released_by) REFERENCES users(id),
  constraint router_health_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id) ON DELETE CASCADE,
  constraint router_health_pkey PRIMARY KEY (router_id)
);
CREATE TRIGGER router_health_announced AFTER UPDATE ON router_health FOR EACH ROW WHEN ((((old.seen_at IS NULL) <> (new.seen_at IS NULL)) OR ((old.retry_at IS NULL) <> (new.retry_at IS NULL)) OR (old.error_kind IS DISTINCT FROM new.error_kind) OR (old.held_kind IS DISTINCT FROM new.held_kind) OR (old.reconciled_at IS DISTINCT FROM new.reconciled_at))) EXECUTE FUNCTION announce_router();

create table router_ignored_secrets (
  router_id bigint not null,
  name text collate "C" not null,
  reason text not null,
  ignored_by bigint,
  ignored_at timestamp with time zone not null,
  constraint router_ignored_secrets_ignored_by_fkey FOREIGN KEY (ignored_by) REFERENCES users(id),
  constraint router_ignored_secrets_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id) ON DELETE CASCADE,
  constraint router_ignored_secrets_pkey PRIMARY KEY (router_id, name)
);

create table router_polls (
  router_id bigint not null,
  due_at timestamp with time zone not null,
  polled_at timestamp with time zone,
  sessions integer default 0 not null,
  doubts integer default 0 not null,
  constraint router_polls_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id) ON DELETE CASCADE,
  constraint router_polls_pkey PRIMARY KEY (router_id)
);

create table router_readings (
  router_id bigint not null,
  state text collate "C" not null,
  content_sealed bytea,
  secrets integer default 0 not null,
  error text,
  requested_by bigint,
  requested_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint router_readings_content_check CHECK (((state = 'read'::text) = (content_sealed IS NOT NULL))),
  constraint router_readings_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'read'::text, 'failed'::text]))),
  constraint router_readings_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES users(id),
  constraint router_readings_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id) ON DELETE CASCADE,
  constraint router_readings_pkey PRIMARY KEY (router_id)
);
CREATE TRIGGER router_readings_announced AFTER INSERT OR UPDATE ON router_readings FOR EACH ROW EXECUTE FUNCTION announce_router_reading();

create table router_takeover_items (
  takeover_id bigint not null,
  item_no integer not null,
  name text not null,
  subscription_id bigint not null,
  outcome text collate "C",
  message text default ''::text not null,
  constraint router_takeover_items_outcome_check CHECK ((outcome = ANY (ARRAY['taken'::text, 'refused'::text]))),
  constraint router_takeover_items_takeover_fkey FOREIGN KEY (takeover_id) REFERENCES router_takeovers(id) ON DELETE CASCADE,
  constraint router_takeover_items_pkey PRIMARY KEY (takeover_id, item_no)
);
CREATE INDEX router_takeover_items_waiting ON router_takeover_items USING btree (takeover_id, item_no) WHERE (outcome IS NULL);

create table router_takeovers (
  id bigint generated always as identity not null,
  router_id bigint not null,
  state text collate "C" default 'queued'::text not null,
  of integer not null,
  taken integer default 0 not null,
  refused integer default 0 not null,
  error text,
  requested_by bigint,
  requested_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint router_takeovers_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  constraint router_takeovers_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES users(id),
  constraint router_takeovers_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id) ON DELETE CASCADE,
  constraint router_takeovers_pkey PRIMARY KEY (id)
);
CREATE INDEX router_takeovers_router ON router_takeovers USING btree (router_id, id DESC);
CREATE TRIGGER router_takeovers_announced AFTER INSERT OR UPDATE ON router_takeovers FOR EACH ROW EXECUTE FUNCTION announce_router_reading();

create table routers (
  id bigint generated by default as identity not null,
  branch_id bigint not null,
  name text not null,
  host text collate "C" not null,
  port integer not null,
  is_tls boolean default false not null,
  tls_fingerprint text collate "C",
  username text not null,
  password_sealed bytea,
  suspend_by text collate "C" default 'disable'::text not null,
  suspend_target text default ''::text not null,
  address_pool text default ''::text not null,
  local_address inet,
  commands_per_second integer default 20 not null,
  max_change_percent integer default 20 not null,
  is_frozen boolean default false not null,
  frozen_reason text default ''::text not null,
  frozen_by bigint,
  frozen_at timestamp with time zone,
  is_active boolean default true not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint routers_fingerprint_check CHECK ((tls_fingerprint ~ '^[0-9a-f]{64}$'::text)),
  constraint routers_host_check CHECK (((host <> ''::text) OR (NOT is_active))),
  constraint routers_max_change_check CHECK (((max_change_percent >= 1) AND (max_change_percent <= 100))),
  constraint routers_pace_check CHECK (((commands_per_second >= 1) AND (commands_per_second <= 200))),
  constraint routers_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint routers_suspend_by_check CHECK ((suspend_by = ANY (ARRAY['disable'::text, 'address_list'::text, 'profile'::text, 'pool'::text]))),
  constraint routers_target_check CHECK (((suspend_by = 'disable'::text) = (suspend_target = ''::text))),
  constraint routers_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint routers_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES users(id),
  constraint routers_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX routers_address ON routers USING btree (lower(host), port) WHERE (host <> ''::text);
CREATE INDEX routers_branch ON routers USING btree (branch_id, id);
CREATE UNIQUE INDEX routers_name ON routers USING btree (lower(name));
CREATE TRIGGER routers_announced AFTER INSERT OR UPDATE ON routers FOR EACH ROW EXECUTE FUNCTION announce_change();

create table run_chunks (
  run_id bigint not null,
  at timestamp with time zone not null,
  branch_id bigint not null,
  reseller_id bigint not null,
  invoices bigint not null,
  billed_minor bigint not null,
  constraint run_chunks_run_id_fkey FOREIGN KEY (run_id) REFERENCES invoice_runs(id),
  constraint run_chunks_pkey PRIMARY KEY (run_id, at, branch_id, reseller_id)
);
CREATE INDEX run_chunks_at ON run_chunks USING btree (at);

create table run_items (
  run_id bigint not null,
  client_id bigint not null,
  state text not null,
  change text,
  reason text,
  total_minor bigint default 0 not null,
  previous_minor bigint default 0 not null,
  constraint run_items_change_check CHECK ((change = ANY (ARRAY['new'::text, 'same'::text, 'higher'::text, 'lower'::text, 'gone'::text]))),
  constraint run_items_state_check CHECK ((state = ANY (ARRAY['would_issue'::text, 'nothing_due'::text, 'parked'::text]))),
  constraint run_items_run_id_fkey FOREIGN KEY (run_id) REFERENCES invoice_runs(id),
  constraint run_items_pkey PRIMARY KEY (run_id, client_id)
);
CREATE INDEX run_items_changed ON run_items USING btree (run_id, abs((total_minor - previous_minor)) DESC, client_id) WHERE (change <> 'same'::text);
CREATE INDEX run_items_parked ON run_items USING btree (run_id, client_id) WHERE (state = 'parked'::text);
alter table run_items enable row level security;
create policy scope on run_items as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = run_items.client_id)
 OFFSET 0))));

create table run_parked (
  run_id bigint not null,
  client_id bigint not null,
  reason text not null,
  detail text default ''::text not null,
  at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  constraint run_parked_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint run_parked_run_id_fkey FOREIGN KEY (run_id) REFERENCES invoice_runs(id),
  constraint run_parked_pkey PRIMARY KEY (run_id, client_id)
);
alter table run_parked enable row level security;
create policy scope on run_parked as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = run_parked.client_id)
 OFFSET 0))));

create table saved_views (
  id bigint generated always as identity not null,
  user_id bigint,
  entity text collate "C" not null,
  name text not null,
  filter jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint saved_views_user_fk FOREIGN KEY (user_id) REFERENCES users(id),
  constraint saved_views_pkey PRIMARY KEY (id),
  constraint saved_views_name_key UNIQUE NULLS NOT DISTINCT (user_id, entity, name)
);

create table seals (
  book text collate "C" not null,
  sealed_until timestamp with time zone not null,
  sealed_from timestamp with time zone not null,
  row_count bigint not null,
  hash bytea not null,
  created_at timestamp with time zone default now() not null,
  constraint seals_book_check CHECK ((book = ANY (ARRAY['ledger'::text, 'audit'::text]))),
  constraint seals_pkey PRIMARY KEY (book, sealed_until)
);
CREATE TRIGGER seals_immutable BEFORE DELETE OR UPDATE ON seals FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table secret_keys (
  only_row boolean default true not null,
  key_sealed bytea not null,
  constraint secret_keys_only_row_check CHECK (only_row),
  constraint secret_keys_pkey PRIMARY KEY (only_row)
);

create table seller_snapshots (
  id bigint generated by default as identity not null,
  content_hash bytea not null,
  facts jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint seller_snapshots_pkey PRIMARY KEY (id),
  constraint seller_snapshots_content_hash_key UNIQUE (content_hash)
);
CREATE TRIGGER seller_snapshots_immutable BEFORE DELETE OR UPDATE ON seller_snapshots FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table session_kicks (
  id bigint generated always as identity not null,
  router_id bigint not null,
  subscription_id bigint,
  source text collate "C" not null,
  login text collate "C" not null,
  acct_session_id text collate "C" not null,
  requested_by bigint,
  requested_at timestamp with time zone not null,
  state text collate "C" default 'waiting'::text not null,
  trouble text collate "C",
  done_at timestamp with time zone,
  constraint session_kicks_done_check CHECK (((state = 'waiting'::text) = (done_at IS NULL))),
  constraint session_kicks_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ended'::text, 'already_gone'::text, 'failed'::text]))),
  constraint session_kicks_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES users(id),
  constraint session_kicks_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id),
  constraint session_kicks_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint session_kicks_pkey PRIMARY KEY (id)
);
CREATE INDEX session_kicks_requested ON session_kicks USING btree (requested_at);
CREATE UNIQUE INDEX session_kicks_waiting ON session_kicks USING btree (router_id, login, acct_session_id) WHERE (state = 'waiting'::text);
CREATE TRIGGER session_kicks_announced AFTER INSERT OR UPDATE ON session_kicks FOR EACH ROW EXECUTE FUNCTION announce_change();

create table settings (
  key text collate "C" not null,
  value jsonb not null,
  version integer default 1 not null,
  updated_at timestamp with time zone default now() not null,
  updated_by bigint,
  constraint settings_pkey PRIMARY KEY (key)
);

create table setup_state (
  only_row boolean default true not null,
  token_hash bytea,
  issued_at timestamp with time zone,
  completed_at timestamp with time zone,
  constraint setup_state_only_row_check CHECK (only_row),
  constraint setup_state_pkey PRIMARY KEY (only_row)
);

create table signup_requests (
  id bigint generated always as identity not null,
  state text default 'new'::text not null,
  name text not null,
  phone text collate "C" not null,
  email text default ''::text not null,
  address text default ''::text not null,
  area_id bigint,
  branch_id bigint,
  package_id bigint,
  note text default ''::text not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  decision_reason text default ''::text not null,
  client_id bigint,
  created_at timestamp with time zone default now() not null,
  ip inet,
  locale text default 'en'::text not null,
  constraint signup_requests_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'bn'::text]))),
  constraint signup_requests_state_check CHECK ((state = ANY (ARRAY['new'::text, 'approved'::text, 'rejected'::text]))),
  constraint signup_requests_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint signup_requests_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint signup_requests_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint signup_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id),
  constraint signup_requests_package_id_fkey FOREIGN KEY (package_id) REFERENCES packages(id),
  constraint signup_requests_pkey PRIMARY KEY (id)
);
CREATE INDEX signup_requests_by_area ON signup_requests USING btree (area_id) WHERE ((state = 'new'::text) AND (area_id IS NOT NULL));
CREATE INDEX signup_requests_ip ON signup_requests USING btree (ip, created_at) WHERE (ip IS NOT NULL);
CREATE INDEX signup_requests_phone ON signup_requests USING btree (phone) WHERE (state = 'new'::text);
CREATE INDEX signup_requests_state ON signup_requests USING btree (state, id DESC);
CREATE TRIGGER signup_requests_announced AFTER INSERT OR UPDATE ON signup_requests FOR EACH ROW EXECUTE FUNCTION announce_change();

create table staff_sessions (
  token_hash bytea not null,
  id bigint generated always as identity not null,
  user_id bigint not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  reauthenticated_at timestamp with time zone not null,
  ip inet,
  user_agent text,
  revoked_at timestamp with time zone,
  constraint staff_sessions_user_fk FOREIGN KEY (user_id) REFERENCES users(id),
  constraint staff_sessions_pkey PRIMARY KEY (token_hash),
  constraint staff_sessions_id_key UNIQUE (id)
);
CREATE INDEX staff_sessions_expiry ON staff_sessions USING btree (expires_at);
CREATE INDEX staff_sessions_user ON staff_sessions USING btree (user_id, created_at DESC);
CREATE TRIGGER staff_sessions_identity AFTER DELETE OR UPDATE OF token_hash, user_id, expires_at, reauthenticated_at, revoked_at ON staff_sessions FOR EACH STATEMENT EXECUTE FUNCTION notify_identity_change();

create table subscription_renewals (
  payment_id bigint not null,
  subscription_id bigint not null,
  invoice_id bigint not null,
  cycles integer not null,
  from_on date not null,
  until_on date not null,
  created_at timestamp with time zone not null,
  constraint subscription_renewals_cycles_check CHECK ((cycles > 0)),
  constraint subscription_renewals_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint subscription_renewals_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint subscription_renewals_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint subscription_renewals_pkey PRIMARY KEY (payment_id, subscription_id)
);

create table subscription_terms (
  subscription_id bigint not null,
  starts_on date not null,
  ends_on date,
  package_version_id bigint not null,
  price_override_minor bigint,
  discount_bp integer default 0 not null,
  discount_minor bigint default 0 not null,
  reason text default ''::text not null,
  approved_by bigint,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  constraint subscription_terms_check CHECK ((ends_on > starts_on)),
  constraint subscription_terms_discount_bp_check CHECK (((discount_bp >= 0) AND (discount_bp <= 10000))),
  constraint subscription_terms_discount_minor_check CHECK ((discount_minor >= 0)),
  constraint subscription_terms_price_override_minor_check CHECK ((price_override_minor >= 0)),
  constraint subscription_terms_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES users(id),
  constraint subscription_terms_package_version_id_fkey FOREIGN KEY (package_version_id) REFERENCES package_versions(id),
  constraint subscription_terms_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint subscription_terms_pkey PRIMARY KEY (subscription_id, starts_on)
);
CREATE INDEX subscription_terms_starting ON subscription_terms USING btree (starts_on);
CREATE TRIGGER subscription_terms_overlap AFTER INSERT OR UPDATE ON subscription_terms FOR EACH ROW EXECUTE FUNCTION refuse_overlapping_terms();

create table subscriptions (
  id bigint generated by default as identity not null,
  client_id bigint not null,
  label text default ''::text not null,
  state text default 'pending'::text not null,
  pppoe_login text collate "C",
  pppoe_password_sealed bytea,
  router_id bigint,
  olt_id bigint,
  static_ip inet,
  mac text collate "C",
  onu_mac text collate "C",
  onu_model text default ''::text not null,
  connection_kind text default 'pppoe'::text not null,
  medium text default 'fibre'::text not null,
  billing_mode text default 'postpaid'::text not null,
  anchor_day integer default 1 not null,
  billing_policy_id bigint not null,
  auto_control boolean default true not null,
  auto_renew boolean default true not null,
  package_id bigint not null,
  joined_on date not null,
  activated_on date,
  left_on date,
  left_reason text default ''::text not null,
  expires_on date,
  address text default ''::text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  search text generated always as (lower(((((COALESCE(pppoe_login, ''::text) || ' '::text) || COALESCE(mac, ''::text)) || ' '::text) || COALESCE(onu_mac, ''::text)))) stored,
  custom jsonb default '{}'::jsonb not null,
  auto_control_until date,
  auto_control_reason text default ''::text not null,
  auto_control_set_by bigint,
  auto_control_set_at timestamp with time zone,
  constraint subscriptions_anchor_day_check CHECK (((anchor_day >= 1) AND (anchor_day <= 31))),
  constraint subscriptions_billing_mode_check CHECK ((billing_mode = ANY (ARRAY['postpaid'::text, 'prepaid'::text]))),
  constraint subscriptions_connection_kind_check CHECK ((connection_kind = ANY (ARRAY['pppoe'::text, 'static'::text, 'dhcp'::text, 'hotspot'::text]))),
  constraint subscriptions_medium_check CHECK ((medium = ANY (ARRAY['fibre'::text, 'utp'::text, 'wireless'::text, 'coaxial'::text]))),
  constraint subscriptions_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'active'::text, 'suspended'::text, 'expired'::text, 'left'::text]))),
  constraint subscriptions_billing_policy_id_fkey FOREIGN KEY (billing_policy_id) REFERENCES billing_policies(id),
  constraint subscriptions_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint subscriptions_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id),
  constraint subscriptions_package_id_fkey FOREIGN KEY (package_id) REFERENCES packages(id),
  constraint subscriptions_router_id_fkey FOREIGN KEY (router_id) REFERENCES routers(id),
  constraint subscriptions_pkey PRIMARY KEY (id)
);
CREATE INDEX subscriptions_client ON subscriptions USING btree (client_id, id);
CREATE INDEX subscriptions_expiry ON subscriptions USING btree (expires_on, id) WHERE ((billing_mode = 'prepaid'::text) AND (state = ANY (ARRAY['active'::text, 'suspended'::text])));
CREATE INDEX subscriptions_left ON subscriptions USING btree (left_on) INCLUDE (client_id, state) WHERE (left_on IS NOT NULL);
CREATE UNIQUE INDEX subscriptions_login ON subscriptions USING btree (lower(pppoe_login)) WHERE ((pppoe_login IS NOT NULL) AND (state <> 'left'::text));
CREATE INDEX subscriptions_package ON subscriptions USING btree (package_id, client_id);
CREATE INDEX subscriptions_router ON subscriptions USING btree (router_id, client_id);
CREATE INDEX subscriptions_search ON subscriptions USING gin (search gin_trgm_ops);
CREATE INDEX subscriptions_state ON subscriptions USING btree (state, client_id);
CREATE UNIQUE INDEX subscriptions_static_ip ON subscriptions USING btree (static_ip) WHERE ((static_ip IS NOT NULL) AND (state <> 'left'::text));
CREATE INDEX subscriptions_uncontrolled ON subscriptions USING btree (client_id, id) WHERE (NOT auto_control);
CREATE TRIGGER subscriptions_listed AFTER INSERT ON subscriptions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION list_new_lines();
CREATE TRIGGER subscriptions_relisted AFTER UPDATE ON subscriptions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION list_changed_lines();
CREATE TRIGGER subscriptions_unlisted AFTER DELETE ON subscriptions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION list_removed_lines();
alter table subscriptions enable row level security;
create policy scope on subscriptions as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = subscriptions.client_id)
 OFFSET 0))));

create table suspense_matches (
  id bigint generated always as identity not null,
  payment_id bigint not null,
  client_id bigint not null,
  reason text not null,
  state text default 'proposed'::text not null,
  proposed_by bigint,
  proposed_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  constraint suspense_matches_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'rejected'::text]))),
  constraint suspense_matches_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint suspense_matches_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint suspense_matches_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX suspense_matches_one ON suspense_matches USING btree (payment_id) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text]));

create table suspension_breaker (
  id integer default 1 not null,
  looked_at timestamp with time zone,
  database_identity text collate "C",
  hold text collate "C",
  held_since timestamp with time zone,
  constraint suspension_breaker_hold_check CHECK ((hold = ANY (ARRAY['first'::text, 'outage'::text, 'restored'::text, 'clock'::text]))),
  constraint suspension_breaker_id_check CHECK ((id = 1)),
  constraint suspension_breaker_pkey PRIMARY KEY (id)
);

create table suspension_items (
  run_id bigint not null,
  subscription_id bigint not null,
  client_id bigint not null,
  reason text collate "C" not null,
  is_automatic boolean not null,
  late_minor bigint not null,
  credit_minor bigint not null,
  oldest_due_on date,
  grace_days integer not null,
  expires_on date,
  min_due_minor bigint not null,
  ignores_future_months boolean not null,
  outcome text collate "C",
  spared_why text collate "C",
  cut_on date,
  cut_at timestamp with time zone,
  ended_on date,
  ended_at timestamp with time zone,
  ended_why text collate "C",
  constraint suspension_items_check CHECK ((COALESCE((outcome = 'cut'::text), false) = (cut_on IS NOT NULL))),
  constraint suspension_items_ended_why_check CHECK ((ended_why = ANY (ARRAY['settled'::text, 'exempt'::text, 'promise'::text, 'by_hand'::text, 'left'::text]))),
  constraint suspension_items_outcome_check CHECK ((outcome = ANY (ARRAY['cut'::text, 'spared'::text]))),
  constraint suspension_items_reason_check CHECK ((reason = ANY (ARRAY['billing'::text, 'expired'::text]))),
  constraint suspension_items_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint suspension_items_run_id_fkey FOREIGN KEY (run_id) REFERENCES suspension_runs(id),
  constraint suspension_items_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint suspension_items_pkey PRIMARY KEY (run_id, subscription_id)
);
CREATE UNIQUE INDEX suspension_items_day ON suspension_items USING btree (subscription_id, reason, cut_on) WHERE ((outcome = 'cut'::text) AND is_automatic);
CREATE INDEX suspension_items_latest ON suspension_items USING btree (subscription_id, cut_at DESC) WHERE (outcome = 'cut'::text);
CREATE INDEX suspension_items_standing ON suspension_items USING btree (client_id, subscription_id) WHERE ((outcome = 'cut'::text) AND (ended_at IS NULL));
CREATE INDEX suspension_items_waiting ON suspension_items USING btree (run_id, client_id) WHERE (outcome IS NULL);
alter table suspension_items enable row level security;
create policy scope on suspension_items as PERMISSIVE for ALL to lastmile_scoped using (((client_id IS NULL) OR (EXISTS ( SELECT
   FROM clients c
  WHERE (c.id = suspension_items.client_id)
 OFFSET 0))));

create table suspension_runs (
  id bigint generated always as identity not null,
  origin text collate "C" not null,
  day date not null,
  scope jsonb default '{}'::jsonb not null,
  min_due_minor bigint not null,
  ignores_future_months boolean not null,
  state text collate "C" default 'planning'::text not null,
  holds jsonb default '[]'::jsonb not null,
  planned_clients bigint default 0 not null,
  planned_lines bigint default 0 not null,
  planned_minor bigint default 0 not null,
  cut_lines bigint default 0 not null,
  spared_lines bigint default 0 not null,
  requested_by bigint,
  release_requested_by bigint,
  release_after timestamp with time zone,
  released_by bigint,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint suspension_runs_min_due_minor_check CHECK ((min_due_minor >= 0)),
  constraint suspension_runs_origin_check CHECK ((origin = ANY (ARRAY['chase'::text, 'expiry'::text, 'hand'::text]))),
  constraint suspension_runs_state_check CHECK ((state = ANY (ARRAY['planning'::text, 'awaiting_release'::text, 'queued'::text, 'running'::text, 'done'::text, 'cancelled'::text]))),
  constraint suspension_runs_released_by_fk FOREIGN KEY (released_by) REFERENCES users(id),
  constraint suspension_runs_requested_by_fk FOREIGN KEY (requested_by) REFERENCES users(id),
  constraint suspension_runs_pkey PRIMARY KEY (id)
);
CREATE INDEX suspension_runs_live ON suspension_runs USING btree (origin) WHERE (state <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE TRIGGER suspension_runs_announced AFTER INSERT OR UPDATE ON suspension_runs FOR EACH ROW EXECUTE FUNCTION announce_change();

create table traffic_days (
  subscription_id bigint not null,
  day date not null,
  hours integer[] not null,
  constraint traffic_days_pkey PRIMARY KEY (subscription_id, day)
) partition by RANGE (day);

create table traffic_folds (
  day date not null,
  folded_at timestamp with time zone not null,
  constraint traffic_folds_pkey PRIMARY KEY (day)
);

create table traffic_inbox (
  subscription_id bigint not null,
  hour integer not null,
  up_kib integer not null,
  down_kib integer not null,
  second smallint not null,
  seconds smallint not null
) partition by LIST (((hour % 4)));

create table traffic_samples (
  hour timestamp with time zone not null,
  subscription_id bigint not null,
  up_kib integer not null,
  down_kib integer not null,
  up_peak_kbps integer not null,
  down_peak_kbps integer not null,
  samples integer[] not null,
  constraint traffic_samples_pkey PRIMARY KEY (hour, subscription_id)
) partition by RANGE (hour);

create table unregistered_onus (
  olt_id bigint not null,
  pon text collate "C" not null,
  identity text collate "C" not null,
  serial text collate "C",
  raw_serial text collate "C",
  mac text collate "C",
  model text default ''::text not null,
  first_seen_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint unregistered_onus_olt_id_fkey FOREIGN KEY (olt_id) REFERENCES olts(id) ON DELETE CASCADE,
  constraint unregistered_onus_pkey PRIMARY KEY (olt_id, pon, identity)
);

create table usage_hours (
  subscription_id bigint not null,
  hour timestamp with time zone not null,
  upload_bytes bigint not null,
  download_bytes bigint not null,
  constraint usage_hours_pkey PRIMARY KEY (subscription_id, hour)
) partition by RANGE (hour);

create table usage_inbox (
  subscription_id bigint not null,
  hour timestamp with time zone not null,
  upload_bytes bigint not null,
  download_bytes bigint not null,
  samples integer[] not null
);

create table user_branches (
  user_id bigint not null,
  branch_id bigint not null,
  constraint user_branches_branch_fk FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint user_branches_user_fk FOREIGN KEY (user_id) REFERENCES users(id),
  constraint user_branches_pkey PRIMARY KEY (user_id, branch_id)
);
CREATE INDEX user_branches_branch ON user_branches USING btree (branch_id);
CREATE TRIGGER user_branches_identity AFTER INSERT OR DELETE OR UPDATE ON user_branches FOR EACH STATEMENT EXECUTE FUNCTION notify_identity_change();

create table user_permissions (
  user_id bigint not null,
  permission text collate "C" not null,
  effect text not null,
  constraint user_permissions_effect_check CHECK ((effect = ANY (ARRAY['grant'::text, 'deny'::text]))),
  constraint user_permissions_user_fk FOREIGN KEY (user_id) REFERENCES users(id),
  constraint user_permissions_pkey PRIMARY KEY (user_id, permission)
);
CREATE TRIGGER user_permissions_identity AFTER INSERT OR DELETE OR UPDATE ON user_permissions FOR EACH STATEMENT EXECUTE FUNCTION notify_identity_change();

create table users (
  id bigint generated always as identity not null,
  username text collate "C" not null,
  full_name text not null,
  email text default ''::text not null,
  phone text default ''::text not null,
  role_id bigint not null,
  scope_kind text default 'company'::text not null,
  reseller_id bigint,
  password_hash text,
  password_changed_at timestamp with time zone,
  status text default 'active'::text not null,
  must_change_password boolean default false not null,
  locale text default 'en'::text not null,
  theme text default 'auto'::text not null,
  created_at timestamp with time zone default now() not null,
  last_login_at timestamp with time zone,
  last_login_ip inet,
  version integer default 1 not null,
  photo_file_id bigint,
  constraint users_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'bn'::text]))),
  constraint users_reseller_scope CHECK (((scope_kind = 'reseller'::text) = (reseller_id IS NOT NULL))),
  constraint users_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['company'::text, 'branches'::text, 'reseller'::text]))),
  constraint users_status_check CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text]))),
  constraint users_theme_check CHECK ((theme = ANY (ARRAY['auto'::text, 'light'::text, 'dark'::text]))),
  constraint users_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES files(id),
  constraint users_reseller_fk FOREIGN KEY (reseller_id) REFERENCES resellers(id),
  constraint users_role_fk FOREIGN KEY (role_id) REFERENCES roles(id),
  constraint users_pkey PRIMARY KEY (id)
);
CREATE INDEX users_role ON users USING btree (role_id);
CREATE UNIQUE INDEX users_username_key ON users USING btree (lower(username));
CREATE TRIGGER users_identity AFTER DELETE OR UPDATE OF username, role_id, scope_kind, reseller_id, status, must_change_password, locale ON users FOR EACH STATEMENT EXECUTE FUNCTION notify_identity_change();

create table vat_rate_versions (
  vat_rate_id bigint not null,
  starts_on date not null,
  rate_bp integer not null,
  constraint vat_rate_versions_rate_bp_check CHECK (((rate_bp >= 0) AND (rate_bp <= 10000))),
  constraint vat_rate_versions_vat_rate_id_fkey FOREIGN KEY (vat_rate_id) REFERENCES vat_rates(id),
  constraint vat_rate_versions_pkey PRIMARY KEY (vat_rate_id, starts_on)
);

create table vat_rates (
  id bigint generated by default as identity not null,
  code text collate "C" not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  constraint vat_rates_pkey PRIMARY KEY (id),
  constraint vat_rates_code_key UNIQUE (code)
);

create table voids (
  id bigint generated always as identity not null,
  invoice_id bigint not null,
  series_id bigint not null,
  number bigint not null,
  code text collate "C" not null,
  reason text not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  issued_by bigint,
  constraint voids_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint voids_series_id_fkey FOREIGN KEY (series_id) REFERENCES number_series(id),
  constraint voids_pkey PRIMARY KEY (id),
  constraint voids_invoice_id_key UNIQUE (invoice_id),
  constraint voids_series_id_number_key UNIQUE (series_id, number)
);
CREATE INDEX voids_made ON voids USING btree (issued_at);
CREATE TRIGGER voids_immutable BEFORE DELETE OR UPDATE ON voids FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table wallet_balances (
  wallet_id bigint not null,
  balance_minor bigint default 0 not null,
  limit_minor bigint not null,
  constraint wallet_within_limit CHECK (((balance_minor >= 0) AND (balance_minor <= limit_minor))),
  constraint wallet_balances_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES wallets(id),
  constraint wallet_balances_pkey PRIMARY KEY (wallet_id)
);

create table wallet_transfer_outcomes (
  transfer_id bigint not null,
  kind text not null,
  received_minor bigint,
  reason text default ''::text not null,
  booked_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by bigint,
  constraint wallet_transfer_outcomes_check CHECK (((kind = 'accepted'::text) = (received_minor IS NOT NULL))),
  constraint wallet_transfer_outcomes_kind_check CHECK ((kind = ANY (ARRAY['accepted'::text, 'rejected'::text, 'cancelled'::text]))),
  constraint wallet_transfer_outcomes_received_minor_check CHECK ((received_minor > 0)),
  constraint wallet_transfer_outcomes_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES wallet_transfers(id),
  constraint wallet_transfer_outcomes_pkey PRIMARY KEY (transfer_id)
);
CREATE TRIGGER wallet_transfer_outcomes_immutable BEFORE DELETE OR UPDATE ON wallet_transfer_outcomes FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table wallet_transfers (
  id bigint generated by default as identity not null,
  series_id bigint not null,
  number bigint not null,
  code text collate "C" not null,
  kind text not null,
  from_wallet_id bigint not null,
  to_wallet_id bigint not null,
  amount_minor bigint not null,
  counted_minor bigint,
  reason text default ''::text not null,
  booked_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by bigint,
  constraint wallet_transfers_amount_minor_check CHECK ((amount_minor > 0)),
  constraint wallet_transfers_check CHECK ((from_wallet_id <> to_wallet_id)),
  constraint wallet_transfers_check1 CHECK (((kind = 'hand_over'::text) = (counted_minor IS NOT NULL))),
  constraint wallet_transfers_counted_minor_check CHECK ((counted_minor >= 0)),
  constraint wallet_transfers_kind_check CHECK ((kind = ANY (ARRAY['transfer'::text, 'hand_over'::text]))),
  constraint wallet_transfers_from_wallet_id_fkey FOREIGN KEY (from_wallet_id) REFERENCES wallets(id),
  constraint wallet_transfers_series_id_fkey FOREIGN KEY (series_id) REFERENCES number_series(id),
  constraint wallet_transfers_to_wallet_id_fkey FOREIGN KEY (to_wallet_id) REFERENCES wallets(id),
  constraint wallet_transfers_pkey PRIMARY KEY (id),
  constraint wallet_transfers_series_id_number_key UNIQUE (series_id, number)
);
CREATE INDEX wallet_transfers_from ON wallet_transfers USING btree (from_wallet_id, id DESC);
CREATE INDEX wallet_transfers_to ON wallet_transfers USING btree (to_wallet_id, id DESC);
CREATE TRIGGER wallet_transfers_immutable BEFORE DELETE OR UPDATE ON wallet_transfers FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table wallets (
  id bigint generated by default as identity not null,
  code text collate "C" not null,
  name text not null,
  kind text not null,
  branch_id bigint,
  owner_user_id bigint,
  limit_minor bigint,
  is_active boolean default true not null,
  created_at timestamp with time zone default now() not null,
  constraint wallets_kind_check CHECK ((kind = ANY (ARRAY['drawer'::text, 'office'::text, 'bank'::text, 'bkash'::text, 'nagad'::text, 'card'::text, 'other'::text]))),
  constraint wallets_limit_minor_check CHECK ((limit_minor >= 0)),
  constraint wallets_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint wallets_owner_user_id_fkey FOREIGN KEY (owner_user_id) REFERENCES users(id),
  constraint wallets_pkey PRIMARY KEY (id),
  constraint wallets_code_key UNIQUE (code)
);
CREATE TRIGGER wallets_kept BEFORE DELETE ON wallets FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table write_offs (
  id bigint generated always as identity not null,
  client_id bigint not null,
  invoice_id bigint not null,
  series_id bigint not null,
  number bigint not null,
  code text collate "C" not null,
  amount_minor bigint not null,
  reason text not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  requested_by bigint,
  approved_by bigint,
  constraint write_offs_amount_minor_check CHECK ((amount_minor > 0)),
  constraint write_offs_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id),
  constraint write_offs_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint write_offs_series_id_fkey FOREIGN KEY (series_id) REFERENCES number_series(id),
  constraint write_offs_pkey PRIMARY KEY (id),
  constraint write_offs_series_id_number_key UNIQUE (series_id, number)
);
CREATE INDEX write_offs_client ON write_offs USING btree (client_id);
CREATE INDEX write_offs_made ON write_offs USING btree (issued_at);
CREATE TRIGGER write_offs_immutable BEFORE DELETE OR UPDATE ON write_offs FOR EACH ROW EXECUTE FUNCTION refuse_change();

create view client_list_source as
 SELECT c.id AS client_id,
    COALESCE(s.id, (0)::bigint) AS subscription_id,
    c.code,
    (lower(c.name) COLLATE "C") AS sort_name,
    c.joined_on,
    c.branch_id,
    c.area_id,
    c.reseller_id,
    (COALESCE(s.state, 'none'::text) COLLATE "C") AS state,
    s.package_id,
    s.router_id,
    min(s.expires_on) OVER (PARTITION BY c.id) AS expires_on,
    c.is_vip,
    c.is_whitelisted,
    (c.deleted_at IS NOT NULL) AS is_deleted,
    c.tags,
    (s.connection_kind COLLATE "C") AS connection_kind
   FROM (clients c
     LEFT JOIN LATERAL ( SELECT l.id,
            l.state,
            l.package_id,
            l.router_id,
                CASE
                    WHEN ((l.billing_mode = 'prepaid'::text) AND (l.state <> 'left'::text)) THEN l.expires_on
                    ELSE NULL::date
                END AS expires_on,
            l.connection_kind
           FROM subscriptions l
          WHERE ((l.client_id = c.id) AND ((l.state <> 'left'::text) OR (NOT (EXISTS ( SELECT 1
                   FROM subscriptions o
                  WHERE ((o.client_id = c.id) AND (o.state <> 'left'::text)))))))) s ON (true));

create view late_fee_standing as
 SELECT f.invoice_id,
    f.client_id,
    f.charged_on,
    COALESCE(k.fee_minor, f.fee_minor) AS fee_minor,
    late_fee_of((f.base_minor - p.amount_minor), f.fixed_minor, f.rate_bp) AS due_minor
   FROM ((late_fees f
     LEFT JOIN LATERAL ( SELECT c.fee_minor
           FROM late_fee_changes c
          WHERE (c.invoice_id = f.invoice_id)
          ORDER BY c.id DESC
         LIMIT 1) k ON (true))
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum(a.amount_minor), (0)::numeric))::bigint AS amount_minor
           FROM ((allocations a
             LEFT JOIN allocations o ON ((o.id = a.reverses_id)))
             JOIN payments m ON ((m.id = a.payment_id)))
          WHERE ((a.invoice_id = f.invoice_id) AND (COALESCE(o.id, a.id) > f.after_allocation) AND (COALESCE(o.reason, a.reason) = ANY (ARRAY['payment'::text, 'by_hand'::text])) AND ((o.id IS NULL) OR (a.reason <> 'credit_note'::text)) AND (m.value_on < f.charged_on))) p)
  WHERE (f.base_minor IS NOT NULL);
