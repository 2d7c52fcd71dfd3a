// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.OrderStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code mcf_order}: each a routing record. */
final class RecordRows {

  private final Transactions transactions;
  private final DestinationRows destinations;

  RecordRows(Transactions transactions, DestinationRows destinations) {
    this.transactions = transactions;
    this.destinations = destinations;
  }

  boolean insert(RoutingRecord record) {
    OrderRow row = OrderRow.of(record);
    return transactions.writeStatement(
        "store order " + record.orderId(),
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.INSERT)) {
            row.bind(statement);
            return statement.executeUpdate() == 1;
          }
        });
  }

  Optional<RoutingRecord> find(OrderId orderId) {
    return transactions.read(
        "find order " + orderId,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.FIND)) {
            statement.setString(1, orderId.value());
            try (ResultSet rows = statement.executeQuery()) {
              return OrderRow.readAll(rows).stream().findFirst();
            }
          }
        });
  }

  Optional<RoutingRecord> update(RoutingRecord record) {
    OrderRow next = nextOf(record);
    if (record.needsDestination()) {
      return saved(next, transactions.writeStatement(saving(next), update(OrderSql.UPDATE, next)));
    }
    // Most records have no destination, so the one statement for those comes first.
    boolean changed =
        transactions.writeStatement(saving(next), update(OrderSql.UPDATE_WITHOUT_DESTINATION, next))
            || transactions.write(saving(next), connection -> updateAndDrop(connection, next));
    return saved(next, changed);
  }

  Optional<RoutingRecord> update(RoutingRecord record, Address destination, Instant keptUntil) {
    if (!record.needsDestination()) {
      return update(record);
    }
    OrderRow next = nextOf(record);
    DataCipher.Sealed sealed = destinations.seal(record.orderId(), destination);
    boolean changed =
        transactions.write(
            saving(next),
            connection ->
                update(OrderSql.UPDATE_WITH_DESTINATION, next).on(connection)
                    && DestinationRows.keep(connection, record.orderId(), sealed, keptUntil));
    return saved(next, changed);
  }

  private static OrderRow nextOf(RoutingRecord record) {
    return OrderRow.of(record.toBuilder().version(record.version() + 1).build());
  }

  private static String saving(OrderRow next) {
    return "save order " + next.record().orderId();
  }

  private static Reads.Work<Boolean> update(String sql, OrderRow next) {
    return connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        int version = next.bind(statement);
        statement.setLong(version, next.record().version() - 1);
        return statement.executeUpdate() == 1;
      }
    };
  }

  private static boolean updateAndDrop(Connection connection, OrderRow next) throws SQLException {
    boolean dropped = update(OrderSql.UPDATE_AND_DROP_DESTINATION, next).on(connection);
    if (dropped) {
      DestinationRows.delete(connection, next.record().orderId());
    }
    return dropped;
  }

  private Optional<RoutingRecord> saved(OrderRow next, boolean changed) {
    if (changed) {
      return Optional.of(next.record());
    }
    OrderId orderId = next.record().orderId();
    transactions.read(
        "find the format of order " + orderId,
        connection -> {
          requireKnownFormat(connection, orderId);
          return true;
        });
    return Optional.empty();
  }

  private static void requireKnownFormat(Connection connection, OrderId orderId)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OrderSql.FORMAT)) {
      statement.setString(1, orderId.value());
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          OrderRow.requireKnown(orderId.value(), rows.getInt(1));
        }
      }
    }
  }

  List<RoutingRecord> findDue(Duty duty, Collection<ShopId> shops, Instant now, int limit) {
    return find(
        "find due orders",
        OrderSql.FIND_DUE,
        shops,
        OrderStore.MOST_URGENT_FIRST,
        limit,
        (statement, shop) -> {
          statement.setString(1, duty.name());
          statement.setString(2, shop.value());
          statement.setLong(3, Micros.roundedDown(now));
          statement.setInt(4, limit);
        });
  }

  List<RoutingRecord> findInState(RoutingState state, Collection<ShopId> shops, int limit) {
    return find(
        "find orders in state " + state,
        OrderSql.FIND_IN_STATE,
        shops,
        OrderStore.OLDEST_FIRST,
        limit,
        (statement, shop) -> {
          statement.setString(1, state.name());
          statement.setString(2, shop.value());
          statement.setInt(3, limit);
        });
  }

  List<RoutingRecord> findInState(
      RoutingState state, ShopId shop, @Nullable RoutingRecord after, int limit) {
    if (after == null) {
      return findInState(state, List.of(shop), limit);
    }
    return find(
        "find more orders in state " + state,
        OrderSql.FIND_IN_STATE_AFTER,
        List.of(shop),
        OrderStore.OLDEST_FIRST,
        limit,
        (statement, sameShop) -> {
          statement.setString(1, state.name());
          statement.setString(2, sameShop.value());
          statement.setLong(3, Micros.roundedDown(after.receivedAt()));
          statement.setString(4, after.orderId().value());
          statement.setInt(5, limit);
        });
  }

  private interface Parameters {
    void bind(PreparedStatement statement, ShopId shop) throws SQLException;
  }

  /** Asks shop by shop, so that the index gives the order and no other shop's rows are read. */
  private List<RoutingRecord> find(
      String purpose,
      String sql,
      Collection<ShopId> shops,
      Comparator<RoutingRecord> order,
      int limit,
      Parameters parameters) {
    List<RoutingRecord> found =
        transactions.read(
            purpose,
            connection -> {
              List<RoutingRecord> records = new ArrayList<>();
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (ShopId shop : Set.copyOf(shops)) {
                  parameters.bind(statement, shop);
                  try (ResultSet rows = statement.executeQuery()) {
                    records.addAll(OrderRow.readAll(rows));
                  }
                }
              }
              return records;
            });
    return found.stream().sorted(order).limit(limit).toList();
  }

  int countUrgent(Collection<ShopId> shops, Instant until) {
    return transactions.read(
        "count urgent orders",
        connection -> {
          int count = 0;
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.COUNT_URGENT)) {
            for (ShopId shop : Set.copyOf(shops)) {
              statement.setString(1, shop.value());
              statement.setLong(2, Micros.roundedDown(until));
              try (ResultSet rows = statement.executeQuery()) {
                count += rows.next() ? rows.getInt(1) : 0;
              }
            }
          }
          return count;
        });
  }
}
