-- A receipt's number is taken when all else of its payment is done. Whoever takes one holds the counter of the wallet until he commits, and a payment
-- that gives lines back their service does much between: at the end of a month hundreds pay into one wallet in a minute, and each waited for the
-- one before. So a payment has two halves, and its document is what comes last.
alter table allocations drop constraint allocations_payment_id_fkey,
  add constraint allocations_payment_id_fkey foreign key (payment_id) references payments (id) deferrable initially deferred;
alter table payment_balances drop constraint payment_balances_payment_id_fkey,
  add constraint payment_balances_payment_id_fkey foreign key (payment_id) references payments (id) deferrable initially deferred;

-- What the money does: entries, allocations, and what is left of it.
create function settle_payment(p jsonb) returns void language plpgsql set enable_seqscan = off as $$
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
end $$;

-- What is said of it: number, the payment itself, audit row and notice. Where another payment has the TrxID that payment is named, and nothing of the
-- transaction may be kept.
create function document_payment(p jsonb, out receipt text, out earlier_payment_id bigint) language plpgsql set enable_seqscan = off as $$
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
end $$;

create or replace function record_payment(p jsonb, out receipt text, out earlier_payment_id bigint) language plpgsql set enable_seqscan = off as $$
begin
  perform settle_payment(p);
  select d.receipt, d.earlier_payment_id into receipt, earlier_payment_id from document_payment(p) d;
end $$;
