-- The photo of a person of the staff, as clients have theirs.
alter table users add column photo_file_id bigint references files (id);
