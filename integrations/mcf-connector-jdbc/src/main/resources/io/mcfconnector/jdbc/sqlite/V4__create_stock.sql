-- MCF Connector, what version 4 adds to the tables for SQLite 3.37 and later.
-- Run it in one transaction. A statement ends with a semicolon at the end of a line.

-- Units and when they held: what the network counted, what the shops show. at_time is ISO-8601 text.
create table mcf_figure (
  book    text    not null,
  name    text    not null,
  units   integer not null,
  at_time text    not null,
  primary key (book, name)
) strict;

-- What the host withholds. A released row stays, so that a late repeat of its id reserves nothing.
create table mcf_reservation (
  id       text    not null primary key,
  msku     text    not null,
  units    integer not null,
  at_time  text    not null,
  released integer not null default 0
) strict;

create index mcf_reservation_active on mcf_reservation (id) where released = false;

insert into mcf_schema (version, description) values (4, 'create stock');
