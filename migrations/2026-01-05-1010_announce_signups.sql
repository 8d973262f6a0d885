-- Open pages hear of a new request and of its decision.
create trigger signup_requests_announced after insert or update on signup_requests for each row execute function announce_change();
