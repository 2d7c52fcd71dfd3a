// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShopId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What platforms told of by themselves, in {@code mcf_notice}. */
final class NoticeRows {

  private static final String POST =
      """
      insert into mcf_notice (inbox, id, kind, shop, subject, at_time, posted_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing""";
  static final String IS_KNOWN = "select 1 from mcf_notice where inbox = ? and id = ?";
  static final String COUNT_OPEN =
      """
      select count(*)
      from (select 1 from mcf_notice where inbox = ? and settled = false limit ?) so_far""";
  static final String OPEN =
      """
      select id, kind, shop, subject, at_time from mcf_notice
      where inbox = ? and settled = false order by posted_at, id limit ?""";
  private static final String SETTLE =
      "update mcf_notice set settled = true where inbox = ? and id = ?";
  static final String PURGE = "delete from mcf_notice where settled = true and posted_at < ?";

  private static final String ORDER = "order";
  private static final String FULFILLMENT_ORDER = "fulfillment-order";
  private static final String STOCK = "stock";

  private final Transactions transactions;

  NoticeRows(Transactions transactions) {
    this.transactions = transactions;
  }

  boolean post(String inbox, Notice notice, Instant now, int mostOpen) {
    return transactions.write(
        "keep a notice in inbox " + inbox,
        connection -> {
          if (isKnown(connection, inbox, notice.id())) {
            return false;
          }
          requireRoom(connection, inbox, mostOpen);
          // Another transaction may have kept it meanwhile.
          return insert(connection, inbox, notice, now);
        });
  }

  private static boolean isKnown(Connection connection, String inbox, String id)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(IS_KNOWN)) {
      statement.setString(1, inbox);
      statement.setString(2, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void requireRoom(Connection connection, String inbox, int mostOpen)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT_OPEN)) {
      statement.setString(1, inbox);
      statement.setInt(2, mostOpen);
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next() && rows.getInt(1) >= mostOpen) {
          throw new StoreException(
              "Inbox "
                  + inbox
                  + " has "
                  + mostOpen
                  + " open notices. See why its duty does not run.");
        }
      }
    }
  }

  private static boolean insert(Connection connection, String inbox, Notice notice, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(POST)) {
      statement.setString(1, inbox);
      statement.setString(2, notice.id());
      bindSubject(statement, notice);
      statement.setString(6, notice.at().toString());
      statement.setLong(7, Micros.roundedDown(now));
      return statement.executeUpdate() == 1;
    }
  }

  private static void bindSubject(PreparedStatement statement, Notice notice) throws SQLException {
    if (notice instanceof Notice.OrderChanged changed) {
      statement.setString(3, ORDER);
      statement.setString(4, changed.shop().value());
      statement.setString(5, changed.order().value());
    } else if (notice instanceof Notice.FulfillmentOrderChanged changed) {
      statement.setString(3, FULFILLMENT_ORDER);
      statement.setString(4, null);
      statement.setString(5, changed.order().value());
    } else if (notice instanceof Notice.StockChanged changed) {
      statement.setString(3, STOCK);
      statement.setString(4, null);
      statement.setString(5, changed.msku().value());
    } else {
      throw new IllegalArgumentException("unknown kind of notice: " + notice.getClass());
    }
  }

  List<Notice> open(String inbox, int limit) {
    return transactions.read(
        "find the open notices of inbox " + inbox,
        connection -> {
          List<Notice> open = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, inbox);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                open.add(notice(rows));
              }
            }
          }
          return open;
        });
  }

  private static Notice notice(ResultSet row) throws SQLException {
    String id = row.getString(1);
    String kind = row.getString(2);
    String subject = row.getString(4);
    Instant at = Instant.parse(row.getString(5));
    return switch (kind) {
      case ORDER ->
          new Notice.OrderChanged(id, ShopId.of(row.getString(3)), OrderId.of(subject), at);
      case FULFILLMENT_ORDER ->
          new Notice.FulfillmentOrderChanged(id, FulfillmentOrderId.of(subject), at);
      case STOCK -> new Notice.StockChanged(id, Msku.of(subject), at);
      default ->
          throw new StoreException(
              "Notice " + id + " is of kind " + kind + ", which a newer connector wrote.");
    };
  }

  void settle(String inbox, Collection<Notice> notices) {
    int settled =
        transactions.write(
            "settle notices of inbox " + inbox,
            connection -> {
              int changed = 0;
              try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
                for (Notice notice : notices) {
                  statement.setString(1, inbox);
                  statement.setString(2, notice.id());
                  changed += statement.executeUpdate();
                }
              }
              return changed;
            });
    if (settled > notices.size()) {
      throw new IllegalStateException("an inbox has one notice of an id");
    }
  }

  int purge(Instant before) {
    return transactions.writeStatement(
        "forget settled notices",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setLong(1, Micros.roundedDown(before));
            return statement.executeUpdate();
          }
        });
  }
}
