-- Who had an address at a time: asked for a reason, answered from the sessions, and given out only after a second person has agreed.
create table address_traces (
  id bigint generated always as identity primary key,
  address inet not null,
  -- As it was asked for; sessions have whole addresses, so it goes with the answer.
  port int constraint address_traces_port_check check (port between 0 and 65535),
  from_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null,
  -- Of the letter or order that asks.
  reference text not null,
  requested_by bigint constraint address_traces_requested_by_fkey references users,
  requested_at timestamptz not null,
  decided_by bigint constraint address_traces_decided_by_fkey references users,
  decided_at timestamptz,
  is_approved boolean,
  -- What the sessions said then; it outlives them.
  found jsonb not null,
  constraint address_traces_time_check check (from_at <= until_at),
  constraint address_traces_decided_check check ((decided_at is null) = (is_approved is null)),
  constraint address_traces_two_people_check check (decided_by is null or decided_by is distinct from requested_by)
);
create index address_traces_requested_at on address_traces (requested_at desc, id desc);
create index ppp_sessions_prefix on ppp_sessions using gist (ipv6_prefix inet_ops) where ipv6_prefix is not null;
