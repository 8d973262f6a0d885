-- A late fee answers to what was open on its day. Money entered later with a value day before it counts as paid in time, so what the fee
-- was reckoned from is kept, and each later figure is a row.
alter table late_fees
  add column client_id bigint references clients (id),
  add column charged_on date,
  -- What was open of the invoice, and the policy's figures of that day.
  add column base_minor bigint check (base_minor > 0),
  add column fixed_minor bigint check (fixed_minor >= 0),
  add column rate_bp int check (rate_bp between 0 and 10000),
  add column fee_minor bigint check (fee_minor > 0),
  -- The invoice's newest allocation before the fee; later ones may change it.
  add column after_allocation bigint;

-- The figures of older fees are those of their charges; what they were reckoned from is counted again. A rate is no longer known: it is a part of the fixed amount.
update late_fees f set client_id = c.client_id, charged_on = c.starts_on, fixed_minor = c.unit_price_minor, rate_bp = 0, fee_minor = c.unit_price_minor,
  base_minor = greatest(1, i.total_minor - (select coalesce(sum(a.amount_minor), 0) from allocations a where a.invoice_id = f.invoice_id and a.created_at <= f.created_at)
    - (select coalesce(sum(n.total_minor), 0) from credit_notes n where n.invoice_id = f.invoice_id and n.issued_at <= f.created_at)),
  after_allocation = (select coalesce(max(a.id), 0) from allocations a where a.invoice_id = f.invoice_id and a.created_at <= f.created_at)
from charges c, invoices i where c.id = f.charge_id and i.id = f.invoice_id;
create index late_fees_client on late_fees (client_id);
create index late_fees_charge on late_fees (charge_id);

create table late_fee_changes (
  id bigint generated always as identity primary key,
  invoice_id bigint not null references late_fees (invoice_id),
  -- What the fee is from here on.
  fee_minor bigint not null check (fee_minor >= 0),
  -- The charge opened by it: the rest of one that was not billed yet, or what the fee rose by.
  charge_id bigint references charges (id),
  created_at timestamptz not null,
  created_by bigint
);
create index late_fee_changes_invoice on late_fee_changes (invoice_id, id);
create index late_fee_changes_charge on late_fee_changes (charge_id) where charge_id is not null;
create trigger late_fee_changes_immutable before update or delete on late_fee_changes for each row execute function refuse_change();

create function late_fee_of(open_minor bigint, fixed_minor bigint, rate_bp int) returns bigint
  language sql immutable parallel safe
  return case when open_minor <= 0 then 0 else fixed_minor + div_round_half_up(open_minor::numeric * rate_bp, 10000) end;

-- What each late fee is, and what it should be by the money that came before its day and was entered after it. Money taken back counts no
-- more, unless it was a credit note of the invoice that set it free; credit that was merely applied never counts.
create view late_fee_standing as
select f.invoice_id, f.client_id, f.charged_on, coalesce(k.fee_minor, f.fee_minor) as fee_minor, late_fee_of(f.base_minor - p.amount_minor, f.fixed_minor, f.rate_bp) as due_minor
from late_fees f
left join lateral (select c.fee_minor from late_fee_changes c where c.invoice_id = f.invoice_id order by c.id desc limit 1) k on true
cross join lateral (
  select coalesce(sum(a.amount_minor), 0)::bigint as amount_minor
  from allocations a left join allocations o on o.id = a.reverses_id join payments m on m.id = a.payment_id
  where a.invoice_id = f.invoice_id and coalesce(o.id, a.id) > f.after_allocation and coalesce(o.reason, a.reason) in ('payment', 'by_hand')
    and (o.id is null or a.reason <> 'credit_note') and m.value_on < f.charged_on) p
where f.base_minor is not null;
