-- At which prompt somebody has seen the session when he typed a line: elsewhere it is not typed.
alter table olt_console_lines add column stands_at text;
