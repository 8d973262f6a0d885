-- What the figures of the first page read, each from one index and no table.

-- Money that came in, by the day it counts from.
create index payments_taken on payments (value_on, method) include (amount_minor, branch_id, reseller_id, received_by) where method not in ('opening', 'deposit');
-- Payments are only ever added: without this their youngest pages, which are asked for most, would stay unmarked for months and be read from the table.
alter table payments set (autovacuum_vacuum_insert_scale_factor = 0.01);

-- Open bills by due day with what is open; it changes with that in any case, since only open bills are in it.
drop index invoice_balances_due;
create index invoice_balances_due on invoice_balances (due_on, invoice_id) include (client_id, open_minor) where open_minor > 0;

-- Who left when.
create index subscriptions_left on subscriptions (left_on) include (client_id, state) where left_on is not null;
