-- MCF Connector, what version 2 adds to the tables for SQLite 3.37 and later.
-- Run it in one transaction. A statement ends with a semicolon at the end of a line.

-- What is counted once each. The places of a name are 1, 2, 3 and so on without a gap, so two
-- transactions cannot both add what only one of them has room for.
create table mcf_tally (
  name  text    not null,
  place integer not null,
  entry text    not null,
  primary key (name, place),
  unique (name, entry)
) strict;

insert into mcf_schema (version, description) values (2, 'create tally');
