// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.model.HostReservation;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reservation;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.StockFigure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stock is made of: the reservations in {@code mcf_order}, the figures in {@code mcf_figure},
 * and what the host withholds, in {@code mcf_reservation}.
 */
final class StockRows {

  private final Transactions transactions;

  StockRows(Transactions transactions) {
    this.transactions = transactions;
  }

  List<Reservation> reservations(Collection<ShopId> shops, Instant countedAt) {
    return transactions.read(
        "find what orders reserve",
        connection -> {
          List<Reservation> found = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.RESERVED)) {
            for (ShopId shop : Set.copyOf(shops)) {
              statement.setString(1, shop.value());
              statement.setLong(2, Micros.roundedDown(countedAt));
              try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                  found.add(reservation(rows));
                }
              }
            }
          }
          return found;
        });
  }

  private static Reservation reservation(ResultSet row) throws SQLException {
    String orderId = row.getString(1);
    return new Reservation(
        OrderId.of(orderId),
        ShopId.of(row.getString(2)),
        RoutingState.valueOf(row.getString(3)),
        Micros.toInstant(row.getLong(4)),
        RecordFormat.readUnits(orderId, row.getString(5)),
        until(row.getLong(6)));
  }

  private static @Nullable Instant until(long micros) {
    return micros == Micros.NEVER ? null : Micros.toInstant(micros);
  }

  Map<String, StockFigure> figures(String book) {
    return transactions.read(
        "find the figures of " + book,
        connection -> {
          Map<String, StockFigure> figures = new HashMap<>();
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.FIGURES)) {
            statement.setString(1, book);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                figures.put(
                    rows.getString(1),
                    new StockFigure(rows.getInt(2), Instant.parse(rows.getString(3))));
              }
            }
          }
          return figures;
        });
  }

  void saveFigures(String book, Map<String, StockFigure> figures) {
    int saved =
        transactions.write(
            "save figures of " + book,
            connection -> {
              try (PreparedStatement statement =
                  connection.prepareStatement(OrderSql.SAVE_FIGURE)) {
                // In one order, so that two nodes do not wait for each other.
                for (Map.Entry<String, StockFigure> one : new TreeMap<>(figures).entrySet()) {
                  statement.setString(1, book);
                  statement.setString(2, one.getKey());
                  statement.setInt(3, one.getValue().units());
                  statement.setString(4, one.getValue().at().toString());
                  statement.addBatch();
                }
                return statement.executeBatch().length;
              }
            });
    if (saved != figures.size()) {
      throw new IllegalStateException("an upsert changes one row");
    }
  }

  HostReservation reserve(HostReservation reservation) {
    return transactions.write(
        "store reservation " + reservation.id(),
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.RESERVE)) {
            statement.setString(1, reservation.id());
            statement.setString(2, reservation.msku().value());
            statement.setInt(3, reservation.units());
            statement.setString(4, reservation.at().toString());
            return statement.executeUpdate() == 1 ? reservation : stored(connection, reservation);
          }
        });
  }

  private static HostReservation stored(Connection connection, HostReservation wanted)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OrderSql.FIND_RESERVATION)) {
      statement.setString(1, wanted.id());
      try (ResultSet rows = statement.executeQuery()) {
        // Absent only when somebody deletes rows at this moment.
        return rows.next() ? hostReservation(rows) : wanted;
      }
    }
  }

  boolean release(String id) {
    return transactions.writeStatement(
        "release reservation " + id,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.RELEASE)) {
            statement.setString(1, id);
            return statement.executeUpdate() == 1;
          }
        });
  }

  List<HostReservation> hostReservations() {
    return transactions.read(
        "find what the host reserves",
        connection -> {
          List<HostReservation> found = new ArrayList<>();
          try (PreparedStatement statement =
                  connection.prepareStatement(OrderSql.HOST_RESERVATIONS);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(hostReservation(rows));
            }
          }
          return found;
        });
  }

  private static HostReservation hostReservation(ResultSet row) throws SQLException {
    return new HostReservation(
        row.getString(1),
        Msku.of(row.getString(2)),
        row.getInt(3),
        Instant.parse(row.getString(4)));
  }
}
