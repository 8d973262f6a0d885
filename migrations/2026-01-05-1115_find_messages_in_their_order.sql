-- One message is found by its number along the order in which they are written; a tree of all numbers cost a month's run 3 % of its time.
drop index outbox_messages_id;
create index outbox_messages_id on outbox_messages using brin (id) with (pages_per_range = 32, autosummarize = on);
