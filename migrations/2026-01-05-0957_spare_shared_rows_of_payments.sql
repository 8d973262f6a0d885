-- A foreign key locks the row it names until the transaction ends. A wallet that many cashiers pay into at once, and the counter each of
-- them has just moved, are named by every payment; what a payment names was read in the same transaction, and neither is ever deleted.
alter table payments drop constraint payments_wallet_id_fkey, drop constraint payments_receipt_series_id_fkey;

create trigger wallets_kept before delete on wallets for each row execute function refuse_change();
create trigger number_series_kept before delete on number_series for each row execute function refuse_change();
