-- MCF Connector, tables of version 1 for PostgreSQL 14 and later.
-- Run it in one transaction. A statement ends with a semicolon at the end of a line.
-- Times of type bigint are microseconds since 1970-01-01T00:00Z.

create table mcf_schema (
  version     integer primary key,
  description text not null
);

-- One row for each order. body holds the whole record; every other column follows from it, except
-- has_destination, which may still be true when the destination was erased.
create table mcf_order (
  order_id        text collate "C" not null primary key,
  shop            text    not null,
  version         bigint  not null,
  state           text    not null,
  duty            text,
  due_at          bigint,
  deadline        bigint,
  received_at     bigint  not null,
  reserved        text,
  reserved_until  bigint,
  review_code     text,
  has_destination boolean not null default false,
  format          integer not null,
  body            text    not null
);

create index mcf_order_due on mcf_order (duty, shop, due_at, deadline, order_id, format)
  where duty is not null;
create index mcf_order_state on mcf_order (state, shop, received_at, order_id);
create index mcf_order_reserved on mcf_order (shop, reserved_until) where reserved is not null;
-- Empty; a script that comes with format 2 replaces it.
create index mcf_order_newer_format on mcf_order (format) where format > 1;

-- Buyer data, sealed.
create table mcf_destination (
  order_id   text collate "C" not null primary key,
  key_id     text   not null,
  sealed     text   not null,
  kept_until bigint not null
);

create index mcf_destination_kept_until on mcf_destination (kept_until);

-- Credentials, sealed.
create table mcf_token (
  account text not null primary key,
  key_id  text not null,
  sealed  text not null
);

-- at_time is ISO-8601 text.
create table mcf_watermark (
  name    text not null primary key,
  at_time text not null
);

-- A known text sealed with each data key ever used, so that a wrong key is noticed.
create table mcf_data_key (
  key_id text not null primary key,
  sealed text not null
);

-- The table of db-scheduler 16.12 for ClusterTaskScheduler, with a row for each duty. No other
-- index: so few rows need none, and each heartbeat of a run would have to change it.
create table mcf_task (
  task_name            text                     not null,
  task_instance        text                     not null,
  task_data            bytea,
  execution_time       timestamp with time zone not null,
  picked               boolean                  not null,
  picked_by            text,
  last_success         timestamp with time zone,
  last_failure         timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp with time zone,
  version              bigint                   not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

insert into mcf_schema (version, description) values (1, 'create tables');
