-- MCF Connector, what version 3 adds to the tables for PostgreSQL 14 and later.
-- Run it in one transaction. A statement ends with a semicolon at the end of a line.

-- What platforms told of by themselves, until it was looked up; then what must not be taken twice.
-- inbox is the name of the duty that looks; at_time is ISO-8601 text, posted_at microseconds.
create table mcf_notice (
  inbox     text    not null,
  id        text collate "C" not null,
  kind      text    not null,
  shop      text,
  subject   text    not null,
  at_time   text    not null,
  posted_at bigint  not null,
  settled   boolean not null default false,
  primary key (inbox, id)
);

create index mcf_notice_open on mcf_notice (inbox, posted_at, id) where not settled;
create index mcf_notice_settled on mcf_notice (posted_at) where settled;

insert into mcf_schema (version, description) values (3, 'create notice');
