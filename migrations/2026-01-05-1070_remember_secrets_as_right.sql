-- A fingerprint of the secret as it stood on its router when it was last as wanted, with the router and the version of its rules. Where it still
-- reads so and the wish has not moved, nothing of the line needs to be opened or compared.
alter table access add column right_as bytea;
