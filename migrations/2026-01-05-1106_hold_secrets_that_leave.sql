-- Secrets of ours leave a router that goes over to RADIUS; too many at once wait for a person, and so do all while the router does not ask yet.
alter table router_health drop constraint router_health_held_kind_check,
  add constraint router_health_held_kind_check check (held_kind in ('empty', 'truncated', 'too_many', 'secrets_leave', 'radius_off'));
