// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A routing record as a row: its text, and the columns that queries need. The text is made before
 * the transaction, in which nobody else can write.
 */
final class OrderRow {

  /** The columns that {@link #bind} fills, in its order. */
  static final List<String> COLUMNS =
      List.of(
          "shop",
          "version",
          "state",
          "duty",
          "due_at",
          "deadline",
          "received_at",
          "reserved",
          "reserved_until",
          "review_code",
          "format",
          "body",
          "order_id");

  /** The columns that {@link #read} needs. */
  static final String READ_COLUMNS = "order_id, version, format, body";

  private final RoutingRecord record;
  private final String body;
  private final @Nullable String reserved;

  private OrderRow(RoutingRecord record) {
    Map<Msku, Integer> units = record.state().isEnd() ? Map.of() : record.units();
    this.record = record;
    this.body = RecordFormat.write(record);
    this.reserved = units.isEmpty() ? null : RecordFormat.writeUnits(units);
  }

  /** Returns the row of a record. */
  static OrderRow of(RoutingRecord record) {
    return new OrderRow(record);
  }

  /** Returns the record that the row is of. */
  RoutingRecord record() {
    return record;
  }

  /** Fills the first parameters of a statement; returns the number of the next one. */
  int bind(PreparedStatement statement) throws SQLException {
    Duty duty = record.duty();
    ReviewNote review = record.review();
    Instant reservedUntil = record.reservedUntil();
    statement.setString(1, record.shop().value());
    statement.setLong(2, record.version());
    statement.setString(3, record.state().name());
    statement.setString(4, duty == null ? null : duty.name());
    setTime(statement, 5, record.dueAt());
    setTime(statement, 6, record.deadlines().earliest());
    statement.setLong(7, Micros.roundedDown(record.receivedAt()));
    statement.setString(8, reserved);
    statement.setLong(9, reservedUntil == null ? Micros.NEVER : Micros.roundedUp(reservedUntil));
    statement.setString(10, review == null ? null : review.code().name());
    statement.setInt(11, RecordFormat.VERSION);
    statement.setString(12, body);
    statement.setString(13, record.orderId().value());
    return 14;
  }

  /** Returns the records of all rows. */
  static List<RoutingRecord> readAll(ResultSet rows) throws SQLException {
    List<RoutingRecord> records = new ArrayList<>();
    while (rows.next()) {
      records.add(read(rows));
    }
    return records;
  }

  /** Fails when a newer version of the connector wrote the record. */
  static void requireKnown(String orderId, int format) {
    if (format > RecordFormat.VERSION) {
      throw new StoreException(
          "The record of order "
              + orderId
              + " has format "
              + format
              + ", written by a newer connector; this one knows format "
              + RecordFormat.VERSION
              + ". Run the newer one.");
    }
  }

  private static RoutingRecord read(ResultSet row) throws SQLException {
    String orderId = row.getString(1);
    requireKnown(orderId, row.getInt(3));
    return RecordFormat.read(orderId, row.getLong(2), row.getString(4));
  }

  private static void setTime(PreparedStatement statement, int index, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setLong(index, Micros.roundedUp(time));
    }
  }
}
