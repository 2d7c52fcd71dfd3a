-- MCF Connector, tables of version 1 for SQLite 3.37 and later.
-- Run it in one transaction. A statement ends with a semicolon at the end of a line.
-- Times are microseconds since 1970-01-01T00:00Z unless said otherwise.

create table mcf_schema (
  version     integer primary key,
  description text not null
) strict;

-- One row for each order. body holds the whole record; every other column follows from it, except
-- has_destination, which may still say 1 when the destination was erased.
create table mcf_order (
  order_id        text    not null primary key,
  shop            text    not null,
  version         integer not null,
  state           text    not null,
  duty            text,
  due_at          integer,
  deadline        integer,
  received_at     integer not null,
  reserved        text,
  reserved_until  integer,
  review_code     text,
  has_destination integer not null default 0,
  format          integer not null,
  body            text    not null
) strict;

create index mcf_order_due on mcf_order (duty, shop, due_at, deadline, order_id, format)
  where duty is not null;
create index mcf_order_state on mcf_order (state, shop, received_at, order_id);
create index mcf_order_reserved on mcf_order (shop, reserved_until) where reserved is not null;
-- Empty; a script that comes with format 2 replaces it.
create index mcf_order_newer_format on mcf_order (format) where format > 1;

-- Buyer data, sealed.
create table mcf_destination (
  order_id   text    not null primary key,
  key_id     text    not null,
  sealed     text    not null,
  kept_until integer not null
) strict;

create index mcf_destination_kept_until on mcf_destination (kept_until);

-- Credentials, sealed.
create table mcf_token (
  account text not null primary key,
  key_id  text not null,
  sealed  text not null
) strict;

-- at_time is ISO-8601 text.
create table mcf_watermark (
  name    text not null primary key,
  at_time text not null
) strict;

-- A known text sealed with each data key ever used, so that a wrong key is noticed.
create table mcf_data_key (
  key_id text not null primary key,
  sealed text not null
) strict;

insert into mcf_schema (version, description) values (1, 'create tables');
