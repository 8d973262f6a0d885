-- What each line has moved, measured every few minutes: as it comes in, and packed by the hour.

-- One partition for one UTC day of a table partitioned by range on one date or timestamptz column. Does nothing where it exists.
-- Without a default partition: whoever writes makes the day first, so that nothing has to be moved.
create function make_day_partition(parent text, day date) returns void language plpgsql as $$
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
$$;

-- As it comes in, narrow and without an index to keep: one row says what a line has moved in the `seconds` (1 to 32767) that end at `second`
-- (0 to 3599) of `hour` (hours since 1970). A ring of four hours: those that are over are packed into traffic_samples, and their part is
-- emptied. Cut into sixteen by line, so that what is not packed yet of one line is found without reading everybody's.
-- Written by COPY, or one at a time by put_traffic_sample.
create table traffic_inbox (
  subscription_id bigint not null,
  hour int not null,
  up_kib int not null,
  down_kib int not null,
  second smallint not null,
  seconds smallint not null
) partition by list ((hour % 4));
do $$ begin
  for part in 0..3 loop
    execute format('create table traffic_inbox_%s partition of traffic_inbox for values in (%s) partition by list ((subscription_id >> 10 & 15))', part, part);
    for cut in 0..15 loop
      execute format('create table traffic_inbox_%s_%s partition of traffic_inbox_%s for values in (%s)', part, cut, part, cut);
    end loop;
  end loop;
end $$;

-- An hour of one line: `samples` has a row {second << 16 | seconds, up KiB, down KiB} for each span, in no order; beside it the sums and the
-- highest rates of a span in kbit/s. 22 bytes a sample with the index, at twelve an hour; the key grows with time, so the tree is filled from
-- one end.
create table traffic_samples (
  hour timestamptz not null,
  subscription_id bigint not null,
  up_kib int not null,
  down_kib int not null,
  up_peak_kbps int not null,
  down_peak_kbps int not null,
  samples int[] not null,
  primary key (hour, subscription_id)
) partition by range (hour);
do $$ begin
  perform make_day_partition('traffic_samples', (now() at time zone 'UTC')::date + n) from generate_series(-1, 3) n;
end $$;

-- A (UTC) day of one line: `hours` has a row {hour of the day, up KiB, down KiB, highest up, highest down in kbit/s} for each hour in which it
-- was measured. A month of a line is thirty rows.
create table traffic_days (
  subscription_id bigint not null,
  day date not null,
  hours int[] not null,
  primary key (subscription_id, day)
) partition by range (day);
select make_month_partitions('traffic_days', 3);

-- Which days were folded into traffic_days.
create table traffic_folds (
  day date primary key,
  folded_at timestamptz not null
);

-- A span that ended at `until`. What is longer than nine hours says nothing of a rate and is left out.
create function put_traffic_sample(line bigint, until timestamptz, span_seconds bigint, up_bytes bigint, down_bytes bigint) returns void language sql as $$
  insert into traffic_inbox (subscription_id, hour, second, seconds, up_kib, down_kib)
  select line, e / 3600, e % 3600, least(span_seconds, 32767), least(up_bytes >> 10, 2147483647), least(down_bytes >> 10, 2147483647)
  from (select floor(extract(epoch from until))::bigint as e) t
  where span_seconds between 1 and 32767
$$;

-- What a router reports by RADIUS between two words about a session; a poller brings its own samples, many at a time.
create function sample_reported_traffic() returns trigger language plpgsql as $$
begin
  perform put_traffic_sample(new.subscription_id, new.updated_at, floor(extract(epoch from new.updated_at - old.updated_at))::bigint,
    new.upload_bytes - old.upload_bytes, new.download_bytes - old.download_bytes);
  return null;
end
$$;
create trigger ppp_sessions_sampled after update on ppp_sessions for each row
  when (new.source = 'radius' and new.subscription_id is not null and new.updated_at > old.updated_at)
  execute function sample_reported_traffic();

-- Packs what one part of the ring holds and empties it; who writes into that part waits, and so does another who packs it. Answers how many hours of lines there were.
-- Those of an hour that was packed before are added to it.
create function pack_traffic(part int) returns bigint language plpgsql as $$
declare
  inbox text := format('traffic_inbox_%s', part);
  day date;
  packed bigint;
begin
  execute format('lock table %I in share row exclusive mode', inbox);
  for day in execute format('select distinct (to_timestamp(h * 3600.0) at time zone ''UTC'')::date from (select distinct hour as h from %I) hours', inbox) loop
    perform make_day_partition('traffic_samples', day);
  end loop;
  execute format(
    'insert into traffic_samples as t (hour, subscription_id, up_kib, down_kib, up_peak_kbps, down_peak_kbps, samples)
     select to_timestamp(hour * 3600.0), subscription_id, least(sum(up_kib), 2147483647), least(sum(down_kib), 2147483647),
       least(max(up_kib * 8.192::float8 / seconds), 2147483647), least(max(down_kib * 8.192::float8 / seconds), 2147483647),
       array_agg(array[second::int << 16 | seconds, up_kib, down_kib])
     from %I group by hour, subscription_id order by hour, subscription_id
     on conflict (hour, subscription_id) do update set samples = t.samples || excluded.samples,
       up_kib = least(t.up_kib::bigint + excluded.up_kib, 2147483647), down_kib = least(t.down_kib::bigint + excluded.down_kib, 2147483647),
       up_peak_kbps = greatest(t.up_peak_kbps, excluded.up_peak_kbps), down_peak_kbps = greatest(t.down_peak_kbps, excluded.down_peak_kbps)', inbox);
  get diagnostics packed = row_count;
  execute format('truncate %I', inbox);
  return packed;
end
$$;

-- Folds the packed hours of a (UTC) day into one row for each line; again, when something came late. Answers how many lines have changed.
create function fold_traffic_day(of_day date, at timestamptz) returns bigint language plpgsql as $$
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
$$;
