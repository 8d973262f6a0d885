-- PONs in the order people count them: 0/2 before 0/10.
create function pon_order(pon text) returns text language sql immutable parallel safe as $$
  select string_agg(lpad(part, 5, '0'), '/' order by n) from unnest(string_to_array(pon, '/')) with ordinality as t (part, n)
$$;
create index onus_in_order on onus (olt_id, pon_order(pon) collate "C", onu_index);
