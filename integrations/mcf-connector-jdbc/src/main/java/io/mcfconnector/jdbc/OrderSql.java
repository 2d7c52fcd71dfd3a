// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import java.util.stream.Collectors;

/** The statements of {@link JdbcOrderStore}; the same for each dialect. */
final class OrderSql {

  static final String INSERT =
      "insert into mcf_order ("
          + String.join(", ", OrderRow.COLUMNS)
          + ") values ("
          + OrderRow.COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "))
          + ") on conflict do nothing";

  static final String FIND =
      "select " + OrderRow.READ_COLUMNS + " from mcf_order where order_id = ?";

  static final String FORMAT = "select format from mcf_order where order_id = ?";

  // The key is the last parameter of a row, so the same binding serves inserts and updates.
  private static final String SET =
      "update mcf_order set "
          + OrderRow.COLUMNS.stream()
              .filter(column -> !column.equals("order_id"))
              .map(column -> column + " = ?")
              .collect(Collectors.joining(", "));
  private static final String WHERE =
      " where order_id = ? and version = ? and format <= " + RecordFormat.VERSION;

  static final String UPDATE = SET + WHERE;
  static final String UPDATE_WITH_DESTINATION = SET + ", has_destination = true" + WHERE;
  static final String UPDATE_WITHOUT_DESTINATION = SET + WHERE + " and has_destination = false";
  static final String UPDATE_AND_DROP_DESTINATION =
      SET + ", has_destination = false" + WHERE + " and has_destination = true";

  /** Chooses in the index alone; only what is chosen is read from the table. */
  static final String FIND_DUE =
      """
      select o.order_id, o.version, o.format, o.body
      from (
        select order_id from mcf_order
        where duty = ? and shop = ? and due_at <= ? and format <= %d
        order by deadline is null, deadline, due_at, order_id
        limit ?) due
      join mcf_order o on o.order_id = due.order_id\
      """
          .formatted(RecordFormat.VERSION);

  static final String FIND_IN_STATE =
      "select "
          + OrderRow.READ_COLUMNS
          + " from mcf_order where state = ? and shop = ? order by received_at, order_id limit ?";

  static final String FIND_IN_STATE_AFTER =
      "select "
          + OrderRow.READ_COLUMNS
          + " from mcf_order where state = ? and shop = ? and (received_at, order_id) > (?, ?)"
          + " order by received_at, order_id limit ?";

  /** The states are those of the index {@code mcf_order_unshipped}, to the letter. */
  static final String COUNT_URGENT =
      """
      select count(*) from mcf_order
      where shop = ? and deadline <= ?
        and state in ('RECEIVED', 'HELD', 'READY', 'PLACING', 'PLACED', 'SHIPPING')""";

  static final String RESERVED =
      """
      select order_id, shop, state, received_at, reserved, reserved_until from mcf_order
      where reserved is not null and shop = ? and reserved_until > ?\
      """;

  /** Finds a record that a newer version wrote; its index holds nothing else. */
  static final String NEWER_FORMAT =
      "select order_id, format from mcf_order where format > " + RecordFormat.VERSION + " limit 1";

  static final String WATERMARK = "select at_time from mcf_watermark where name = ?";

  static final String SAVE_WATERMARK =
      """
      insert into mcf_watermark (name, at_time) values (?, ?)
      on conflict (name) do update set at_time = excluded.at_time\
      """;

  /** Adds nothing when another transaction takes the same place or adds the same entry first. */
  static final String TALLY =
      """
      insert into mcf_tally (name, place, entry)
      select ?, held + 1, ?
      from (select count(*) as held from mcf_tally where name = ?) so_far
      where held < ?
      on conflict do nothing\
      """;

  static final String IS_TALLIED = "select 1 from mcf_tally where name = ? and entry = ?";

  static final String TALLY_ENTRIES = "select entry from mcf_tally where name = ? order by place";

  static final String TALLIED = "select count(*) from mcf_tally where name = ?";

  static final String FIGURES = "select name, units, at_time from mcf_figure where book = ?";

  static final String SAVE_FIGURE =
      """
      insert into mcf_figure (book, name, units, at_time) values (?, ?, ?, ?)
      on conflict (book, name) do update set units = excluded.units, at_time = excluded.at_time\
      """;

  static final String RESERVE =
      """
      insert into mcf_reservation (id, msku, units, at_time) values (?, ?, ?, ?)
      on conflict do nothing\
      """;

  static final String FIND_RESERVATION =
      "select id, msku, units, at_time from mcf_reservation where id = ?";

  static final String RELEASE =
      "update mcf_reservation set released = true where id = ? and released = false";

  static final String HOST_RESERVATIONS =
      "select id, msku, units, at_time from mcf_reservation where released = false";

  private OrderSql() {}
}
