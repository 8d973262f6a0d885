-- Taking a payment is the busiest change of money there is. Its reading and its writing are one function each, so that a payment costs few
-- round trips and its statements are planned once for each connection. A function belongs to the module that owns the tables it writes;
-- record_payment composes them.
--
-- A plan is kept as long as a connection lives, and one made while a table was empty would walk it whole when it has grown; hence no
-- function here may plan a sequential scan of what it can find by an index.

-- ledger -------------------------------------------------------------------------------------------------------------------------------

-- Entries, postings, their sources and the balances they move. Returns entry ids in the order of the drafts.
create function post_entries(drafts jsonb, entered_at timestamptz, entered_by bigint) returns bigint[] language plpgsql set enable_seqscan = off as $$
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
end $$;

-- The lock that serialises a client's money; what is read after it is the newest.
create function lock_client_balance(of_client bigint) returns void language plpgsql set enable_seqscan = off as $$
begin
  perform 1 from client_balances where client_id = of_client for update;
  if not found and exists (select 1 from clients where id = of_client) then
    insert into client_balances (client_id) values (of_client) on conflict do nothing;
    perform 1 from client_balances where client_id = of_client for update;
  end if;
end $$;

-- The next number of a series, which is made on first use; the row stays locked until the transaction ends.
create function take_number(of_kind text, of_owner text, of_year int, with_pattern text, out series_id bigint, out number bigint, out pattern text)
  language plpgsql set enable_seqscan = off as $$
begin
  insert into number_series as s (document_kind, owner, fiscal_year, pattern, next) values (of_kind, of_owner, of_year, with_pattern, 2)
  on conflict (document_kind, owner, fiscal_year) do update set next = s.next + 1
  returning s.id, s.next - 1, s.pattern into series_id, number, pattern;
end $$;

-- A debt from other books is no income of these. Twin of incomeAccount in server/modules/ledger/account.ts.
create or replace function income_account(item text) returns bigint
  language sql immutable parallel safe
  return case item when 'package' then 15 when 'addon' then 16 when 'late_fee' then 18 when 'opening' then 14 else 17 end;

-- billing ------------------------------------------------------------------------------------------------------------------------------

-- What a new payment pays, by allocations whose ids are given, and what is left of it.
create function spend_new_payment(of_client bigint, of_payment bigint, on_value_day date, of_amount bigint, ids bigint[], invoice_ids bigint[], amounts bigint[],
  for_reason text, on_day date, made_at timestamptz, made_by bigint) returns void language plpgsql set enable_seqscan = off as $$
declare spent bigint := 0;
begin
  for i in 1 .. coalesce(cardinality(ids), 0) loop
    insert into allocations (id, payment_id, invoice_id, client_id, amount_minor, reason, booked_on, created_at, created_by)
    values (ids[i], of_payment, invoice_ids[i], of_client, amounts[i], for_reason, on_day, made_at, made_by);
    update invoice_balances set allocated_minor = allocated_minor + amounts[i] where invoice_id = invoice_ids[i];
    spent := spent + amounts[i];
  end loop;
  insert into payment_balances (payment_id, client_id, value_on, remaining_minor) values (of_payment, of_client, on_value_day, of_amount - spent);
end $$;

-- audit and notifications --------------------------------------------------------------------------------------------------------------

create function write_audit_event(e jsonb) returns void language plpgsql set enable_seqscan = off as $$
begin
  insert into audit_events (at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, client_id, branch_id, reseller_id, before, after, ip, user_agent, request_id)
  values ((e->>'at')::timestamptz, e->>'actor_kind', (e->>'actor_id')::bigint, e->>'actor_name', e->>'action', e->>'subject_type', (e->>'subject_id')::bigint,
    (e->>'client_id')::bigint, (e->>'branch_id')::bigint, (e->>'reseller_id')::bigint, nullif(e->'before', 'null'), nullif(e->'after', 'null'),
    (e->>'ip')::inet, e->>'user_agent', e->>'request_id');
end $$;

-- One message ever for each key; answers whether it was written.
create function queue_message(m jsonb) returns boolean language plpgsql set enable_seqscan = off as $$
begin
  insert into message_keys (dedupe_key, created_at) values (m->>'dedupe_key', (m->>'created_at')::timestamptz) on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into outbox_messages (created_at, dedupe_key, kind, client_id, user_id, locale, payload, not_before)
  values ((m->>'created_at')::timestamptz, m->>'dedupe_key', m->>'kind', (m->>'client_id')::bigint, (m->>'user_id')::bigint, m->>'locale', m->'payload',
    (m->>'not_before')::timestamptz);
  return true;
end $$;

-- payments -----------------------------------------------------------------------------------------------------------------------------

-- A TrxID pays once, whoever the client is. A payment taken by mistake gives its TrxID back, so that it can be entered for the right client.
create table payment_trx_ids (
  method text collate "C" not null,
  trx_id text collate "C" not null,
  payment_id bigint not null references payments (id),
  primary key (method, trx_id)
);
create index payment_trx_ids_payment on payment_trx_ids (payment_id);
insert into payment_trx_ids select method, trx_id, id from payments where trx_id is not null;
drop index payments_trx;

-- Unknown money becomes a client's by two people: one says whose it is, another agrees.
create table suspense_matches (
  id bigint generated always as identity primary key,
  payment_id bigint not null references payments (id),
  client_id bigint not null references clients (id),
  reason text not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'rejected')),
  proposed_by bigint,
  proposed_at timestamptz not null,
  decided_by bigint,
  decided_at timestamptz
);
create unique index suspense_matches_one on suspense_matches (payment_id) where state in ('proposed', 'approved');

-- A discount beyond what a role may give alone waits for somebody who may approve it.
create table discount_requests (
  id bigint generated always as identity primary key,
  client_id bigint not null references clients (id),
  invoice_id bigint not null references invoices (id),
  amount_minor bigint not null check (amount_minor > 0),
  kind text not null check (kind in ('discount', 'waiver')),
  reason text not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'rejected')),
  requested_by bigint,
  requested_at timestamptz not null,
  decided_by bigint,
  decided_at timestamptz,
  decision_note text not null default '',
  credit_note_id bigint references credit_notes (id)
);
create index discount_requests_client on discount_requests (client_id, id desc);
create index discount_requests_waiting on discount_requests (id) where state = 'waiting';

-- An offset that is reversed puts the deposit back.
alter table deposit_movements drop constraint deposit_movements_kind_check, drop constraint deposit_movements_check,
  add constraint deposit_movements_kind_check check (kind in ('taken', 'returned', 'offset', 'restored')),
  add constraint deposit_movements_sign_check check ((kind in ('taken', 'restored')) = (amount_minor > 0));

-- Everything a payment needs to know, read under the lock of the client's money: who he is, what he owes (each debt with an id for the
-- allocation that may pay it), the wallets the money may go into, an earlier payment with this TrxID, and the settings.
create function payment_facts(of_client bigint, of_wallet bigint, of_kinds text[], of_user bigint, of_method text, of_trx text, of_day date, of_settings text[])
  returns jsonb language plpgsql set enable_seqscan = off as $$
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
end $$;

-- The writing half: number, payment, what is left of it, allocations, entries, audit row and notice. Where another payment has the TrxID
-- nothing is written and that payment is named.
create function record_payment(p jsonb, out receipt text, out earlier_payment_id bigint) language plpgsql set enable_seqscan = off as $$
declare
  pay jsonb := p->'payment';
  pay_id bigint := (pay->>'id')::bigint;
  of_client bigint := (pay->>'client_id')::bigint;
  taken record;
  at timestamptz := (pay->>'recorded_at')::timestamptz;
  by_user bigint := (pay->>'received_by')::bigint;
begin
  -- Locks go in one order everywhere: client, limited wallet (by its posting), number series. Postings name no row that is yet to come.
  perform post_entries(p->'entries', at, by_user);
  if p ? 'series' then
    select * into taken from take_number('receipt', p->'series'->>'owner', (p->'series'->>'fiscal_year')::int, p->'series'->>'pattern');
    receipt := document_code(taken.pattern, (p->'series'->>'fiscal_year')::int, p->'series'->>'owner_code', taken.number);
  else
    select null::bigint as series_id, null::bigint as number into taken;
  end if;
  insert into payments (id, client_id, branch_id, reseller_id, wallet_id, gateway_id, method, amount_minor, rounding_minor, source, source_ref, trx_id, value_on,
    recorded_at, received_by, receipt_series_id, receipt_number, receipt_code, note)
  values (pay_id, of_client, (pay->>'branch_id')::bigint, (pay->>'reseller_id')::bigint, (pay->>'wallet_id')::bigint, (pay->>'gateway_id')::bigint, pay->>'method',
    (pay->>'amount_minor')::bigint, (pay->>'rounding_minor')::bigint, pay->>'source', pay->>'source_ref', pay->>'trx_id', (pay->>'value_on')::date,
    at, by_user, taken.series_id, taken.number, receipt, pay->>'note');
  if pay->>'trx_id' is not null then
    insert into payment_trx_ids (method, trx_id, payment_id) values (pay->>'method', pay->>'trx_id', pay_id) on conflict do nothing;
    if not found then
      select t.payment_id into earlier_payment_id from payment_trx_ids t where t.method = pay->>'method' and t.trx_id = pay->>'trx_id';
      return;
    end if;
  end if;
  if of_client is not null then
    perform spend_new_payment(of_client, pay_id, (pay->>'value_on')::date, (pay->>'amount_minor')::bigint, array_agg(a.id), array_agg(a.invoice_id),
      array_agg(a.amount_minor), 'payment', (p->>'today')::date, at, by_user)
    from jsonb_to_recordset(coalesce(p->'allocations', '[]')) as a(id bigint, invoice_id bigint, amount_minor bigint);
  end if;
  perform write_audit_event(jsonb_set(p->'audit', '{after,receipt_code}', coalesce(to_jsonb(receipt), 'null')));
  if p ? 'notice' then
    perform queue_message(jsonb_set(p->'notice', '{payload,receipt_code}', coalesce(to_jsonb(receipt), 'null')));
  end if;
end $$;
