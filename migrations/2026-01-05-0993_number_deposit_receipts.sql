-- A deposit taken or returned has a receipt, numbered like payments by the wallet the money went into or came from.
alter table deposit_movements
  add column method text check (method in ('cash', 'bank', 'bkash', 'nagad', 'card', 'online')),
  add column receipt_series_id bigint,
  add column receipt_number bigint,
  add column receipt_code text collate "C",
  add constraint deposit_movements_receipt_key unique (receipt_series_id, receipt_number),
  add constraint deposit_movements_receipt_check check (num_nonnulls(receipt_series_id, receipt_number, receipt_code) in (0, 3));
create index deposit_movements_receipt on deposit_movements (receipt_code) where receipt_code is not null;
