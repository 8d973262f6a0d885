-- One row: the key of the blind indexes, sealed with SECRET_KEY. Opening it at start-up proves that SECRET_KEY is the right one.
create table secret_keys (
  only_row   boolean primary key default true check (only_row),
  key_sealed bytea not null
);
