// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.HostReservation;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reservation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.OrderStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routing records in {@code mcf_order}. */
final class JdbcOrderStore implements OrderStore {

  private static final Comparator<RoutingRecord> MOST_URGENT_FIRST =
      Comparator.comparing(
              (RoutingRecord record) -> record.deadlines().earliest(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(RoutingRecord::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(record -> record.orderId().value());

  private static final Comparator<RoutingRecord> OLDEST_FIRST =
      Comparator.comparing(RoutingRecord::receivedAt)
          .thenComparing(record -> record.orderId().value());

  private final Transactions transactions;
  private final DataCipher cipher;
  private final DestinationRows destinations;
  private final TallyRows tallies;
  private final NoticeRows notices;
  private final StockRows stock;

  JdbcOrderStore(Transactions transactions, DataCipher cipher) {
    this.transactions = transactions;
    this.cipher = cipher;
    this.destinations = new DestinationRows(transactions, cipher);
    this.tallies = new TallyRows(transactions);
    this.notices = new NoticeRows(transactions);
    this.stock = new StockRows(transactions);
  }

  @Override
  public boolean insert(RoutingRecord record) {
    return transactions.write(
        "store order " + record.orderId(),
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.INSERT)) {
            OrderRow.bind(statement, record);
            return statement.executeUpdate() == 1;
          }
        });
  }

  @Override
  public Optional<RoutingRecord> find(OrderId orderId) {
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

  @Override
  public Optional<RoutingRecord> update(RoutingRecord record) {
    RoutingRecord next = record.toBuilder().version(record.version() + 1).build();
    return save(
        record,
        next,
        connection ->
            next.needsDestination()
                ? update(connection, OrderSql.UPDATE, next)
                : updateAndDrop(connection, next));
  }

  @Override
  public Optional<RoutingRecord> update(
      RoutingRecord record, Address destination, Instant keptUntil) {
    RoutingRecord next = record.toBuilder().version(record.version() + 1).build();
    if (!next.needsDestination()) {
      return update(record);
    }
    DataCipher.Sealed sealed = destinations.seal(record.orderId(), destination);
    return save(
        record,
        next,
        connection ->
            update(connection, OrderSql.UPDATE_WITH_DESTINATION, next)
                && DestinationRows.keep(connection, next.orderId(), sealed, keptUntil));
  }

  private Optional<RoutingRecord> save(
      RoutingRecord record, RoutingRecord next, Reads.Work<Boolean> change) {
    boolean saved =
        transactions.write(
            "save order " + record.orderId(),
            connection -> {
              boolean changed = change.on(connection);
              if (!changed) {
                requireKnownFormat(connection, record.orderId());
              }
              return changed;
            });
    return saved ? Optional.of(next) : Optional.empty();
  }

  private static boolean update(Connection connection, String sql, RoutingRecord next)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int version = OrderRow.bind(statement, next);
      statement.setLong(version, next.version() - 1);
      return statement.executeUpdate() == 1;
    }
  }

  /** Most records have no destination, so the one statement for those comes first. */
  private static boolean updateAndDrop(Connection connection, RoutingRecord next)
      throws SQLException {
    if (update(connection, OrderSql.UPDATE_WITHOUT_DESTINATION, next)) {
      return true;
    }
    boolean dropped = update(connection, OrderSql.UPDATE_AND_DROP_DESTINATION, next);
    if (dropped) {
      DestinationRows.delete(connection, next.orderId());
    }
    return dropped;
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

  @Override
  public Optional<Address> destination(OrderId orderId) {
    return destinations.find(orderId);
  }

  @Override
  public boolean erase(OrderId orderId) {
    return transactions.write(
        "erase the destination of order " + orderId,
        connection -> DestinationRows.delete(connection, orderId));
  }

  @Override
  public int eraseExpired(Instant now) {
    return destinations.deleteExpired(now);
  }

  @Override
  public List<RoutingRecord> findDue(Duty duty, Collection<ShopId> shops, Instant now, int limit) {
    return find(
        "find due orders",
        OrderSql.FIND_DUE,
        shops,
        MOST_URGENT_FIRST,
        limit,
        (statement, shop) -> {
          statement.setString(1, duty.name());
          statement.setString(2, shop.value());
          statement.setLong(3, Micros.roundedDown(now));
          statement.setInt(4, limit);
        });
  }

  @Override
  public List<RoutingRecord> findInState(RoutingState state, Collection<ShopId> shops, int limit) {
    return find(
        "find orders in state " + state,
        OrderSql.FIND_IN_STATE,
        shops,
        OLDEST_FIRST,
        limit,
        (statement, shop) -> {
          statement.setString(1, state.name());
          statement.setString(2, shop.value());
          statement.setInt(3, limit);
        });
  }

  @Override
  public List<RoutingRecord> findInState(
      RoutingState state, ShopId shop, @Nullable RoutingRecord after, int limit) {
    if (after == null) {
      return findInState(state, List.of(shop), limit);
    }
    return find(
        "find more orders in state " + state,
        OrderSql.FIND_IN_STATE_AFTER,
        List.of(shop),
        OLDEST_FIRST,
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

  @Override
  public int countUrgent(Collection<ShopId> shops, Instant until) {
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

  @Override
  public List<Reservation> reservations(Collection<ShopId> shops, Instant countedAt) {
    return stock.reservations(shops, countedAt);
  }

  @Override
  public Map<String, StockFigure> figures(String book) {
    return stock.figures(book);
  }

  @Override
  public void saveFigures(String book, Map<String, StockFigure> figures) {
    stock.saveFigures(book, figures);
  }

  @Override
  public HostReservation reserve(HostReservation reservation) {
    return stock.reserve(reservation);
  }

  @Override
  public boolean release(String id) {
    return stock.release(id);
  }

  @Override
  public List<HostReservation> hostReservations() {
    return stock.hostReservations();
  }

  @Override
  public boolean tally(String name, String entry, int limit) {
    return tallies.add(name, entry, limit);
  }

  @Override
  public int tallied(String name) {
    return tallies.count(name);
  }

  @Override
  public boolean postNotice(String inbox, Notice notice, Instant now, int mostOpen) {
    return notices.post(inbox, notice, now, mostOpen);
  }

  @Override
  public List<Notice> openNotices(String inbox, int limit) {
    return notices.open(inbox, limit);
  }

  @Override
  public void settleNotices(String inbox, Collection<Notice> settled) {
    notices.settle(inbox, settled);
  }

  @Override
  public int purgeNotices(Instant before) {
    return notices.purge(before);
  }

  @Override
  public Set<String> entries(String name) {
    return tallies.entries(name);
  }

  @Override
  public Optional<Instant> watermark(String name) {
    return transactions.read(
        "find watermark " + name,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(OrderSql.WATERMARK)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next() ? Optional.of(Instant.parse(rows.getString(1))) : Optional.empty();
            }
          }
        });
  }

  @Override
  public void saveWatermark(String name, Instant at) {
    boolean saved =
        transactions.write(
            "save watermark " + name,
            connection -> {
              try (PreparedStatement statement =
                  connection.prepareStatement(OrderSql.SAVE_WATERMARK)) {
                statement.setString(1, name);
                statement.setString(2, at.toString());
                return statement.executeUpdate() == 1;
              }
            });
    if (!saved) {
      throw new IllegalStateException("an upsert changes one row");
    }
  }

  @Override
  public List<Finding> checkUp(Clock clock) {
    return new StoreCheckUp(transactions, cipher).run(clock);
  }
}
