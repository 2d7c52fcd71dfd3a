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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the tables hold. */
final class JdbcOrderStore implements OrderStore {

  private final Transactions transactions;
  private final DataCipher cipher;
  private final RecordRows records;
  private final DestinationRows destinations;
  private final TallyRows tallies;
  private final NoticeRows notices;
  private final StockRows stock;

  JdbcOrderStore(Transactions transactions, DataCipher cipher) {
    this.transactions = transactions;
    this.cipher = cipher;
    this.destinations = new DestinationRows(transactions, cipher);
    this.records = new RecordRows(transactions, destinations);
    this.tallies = new TallyRows(transactions);
    this.notices = new NoticeRows(transactions);
    this.stock = new StockRows(transactions);
  }

  @Override
  public boolean insert(RoutingRecord record) {
    return records.insert(record);
  }

  @Override
  public Optional<RoutingRecord> find(OrderId orderId) {
    return records.find(orderId);
  }

  @Override
  public Optional<RoutingRecord> update(RoutingRecord record) {
    return records.update(record);
  }

  @Override
  public Optional<RoutingRecord> update(
      RoutingRecord record, Address destination, Instant keptUntil) {
    return records.update(record, destination, keptUntil);
  }

  @Override
  public Optional<Address> destination(OrderId orderId) {
    return destinations.find(orderId);
  }

  @Override
  public boolean erase(OrderId orderId) {
    return destinations.erase(orderId);
  }

  @Override
  public int eraseExpired(Instant now) {
    return destinations.deleteExpired(now);
  }

  @Override
  public List<RoutingRecord> findDue(Duty duty, Collection<ShopId> shops, Instant now, int limit) {
    return records.findDue(duty, shops, now, limit);
  }

  @Override
  public List<RoutingRecord> findInState(RoutingState state, Collection<ShopId> shops, int limit) {
    return records.findInState(state, shops, limit);
  }

  @Override
  public List<RoutingRecord> findInState(
      RoutingState state, ShopId shop, @Nullable RoutingRecord after, int limit) {
    return records.findInState(state, shop, after, limit);
  }

  @Override
  public int countUrgent(Collection<ShopId> shops, Instant until) {
    return records.countUrgent(shops, until);
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
        transactions.writeStatement(
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
