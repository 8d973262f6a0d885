-- What an OLT has asked before it did a typed line and what it was told, and with which words it has refused one.
alter table olt_console_lines add column question text, add column told text, add column refusal text;
