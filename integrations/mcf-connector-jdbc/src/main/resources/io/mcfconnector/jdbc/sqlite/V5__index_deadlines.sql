-- MCF Connector, what version 5 adds to the tables for SQLite 3.37 and later.
-- Run it in one transaction. A statement ends with a semicolon at the end of a line.

-- Counts the orders that come near to their clock, without those that are shipped or ended.
create index mcf_order_unshipped on mcf_order (shop, deadline)
  where state in ('RECEIVED', 'HELD', 'READY', 'PLACING', 'PLACED', 'SHIPPING');

insert into mcf_schema (version, description) values (5, 'index deadlines');
