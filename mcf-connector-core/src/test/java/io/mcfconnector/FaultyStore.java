// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.HostReservation;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reservation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.store.InMemoryOrderStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store whose writes can fail. */
final class FaultyStore implements OrderStore {

  private final InMemoryOrderStore store = new InMemoryOrderStore();
  private final Faults faults;

  private final Map<OrderId, RoutingRecord> records = new ConcurrentHashMap<>();

  /** Returns all records as they are now. */
  Collection<RoutingRecord> records() {
    return records.values();
  }

  private Optional<RoutingRecord> kept(Optional<RoutingRecord> saved) {
    saved.ifPresent(record -> records.put(record.orderId(), record));
    return saved;
  }

  FaultyStore(Faults faults) {
    this.faults = faults;
  }

  @Override
  public boolean insert(RoutingRecord record) {
    return faults.call("store.insert", () -> inserted(record));
  }

  private boolean inserted(RoutingRecord record) {
    boolean inserted = store.insert(record);
    if (inserted) {
      records.put(record.orderId(), record);
    }
    return inserted;
  }

  @Override
  public Optional<RoutingRecord> find(OrderId orderId) {
    return store.find(orderId);
  }

  @Override
  public Optional<RoutingRecord> update(RoutingRecord record) {
    return faults.call("store.update", () -> kept(store.update(record)));
  }

  @Override
  public Optional<RoutingRecord> update(
      RoutingRecord record, Address destination, Instant keptUntil) {
    return faults.call("store.update", () -> kept(store.update(record, destination, keptUntil)));
  }

  @Override
  public Optional<Address> destination(OrderId orderId) {
    return store.destination(orderId);
  }

  @Override
  public boolean erase(OrderId orderId) {
    return store.erase(orderId);
  }

  @Override
  public int eraseExpired(Instant now) {
    return store.eraseExpired(now);
  }

  @Override
  public List<RoutingRecord> findDue(Duty duty, Collection<ShopId> shops, Instant now, int limit) {
    return store.findDue(duty, shops, now, limit);
  }

  @Override
  public List<RoutingRecord> findInState(RoutingState state, Collection<ShopId> shops, int limit) {
    return store.findInState(state, shops, limit);
  }

  @Override
  public List<RoutingRecord> findInState(
      RoutingState state, ShopId shop, @Nullable RoutingRecord after, int limit) {
    return store.findInState(state, shop, after, limit);
  }

  @Override
  public int countUrgent(Collection<ShopId> shops, Instant until) {
    return store.countUrgent(shops, until);
  }

  @Override
  public List<Reservation> reservations(Collection<ShopId> shops, Instant countedAt) {
    return store.reservations(shops, countedAt);
  }

  @Override
  public Map<String, StockFigure> figures(String book) {
    return store.figures(book);
  }

  @Override
  public void saveFigures(String book, Map<String, StockFigure> figures) {
    faults.call(
        "store.figures",
        () -> {
          store.saveFigures(book, figures);
          return book;
        });
  }

  @Override
  public HostReservation reserve(HostReservation reservation) {
    return faults.call("store.reserve", () -> store.reserve(reservation));
  }

  @Override
  public boolean release(String id) {
    return faults.call("store.release", () -> store.release(id));
  }

  @Override
  public List<HostReservation> hostReservations() {
    return store.hostReservations();
  }

  @Override
  public Optional<Instant> watermark(String name) {
    return store.watermark(name);
  }

  @Override
  public void saveWatermark(String name, Instant at) {
    faults.call(
        "store.watermark",
        () -> {
          store.saveWatermark(name, at);
          return name;
        });
  }

  @Override
  public boolean tally(String name, String entry, int limit) {
    return faults.call("store.tally", () -> store.tally(name, entry, limit));
  }

  @Override
  public int tallied(String name) {
    return store.tallied(name);
  }

  @Override
  public boolean postNotice(String inbox, Notice notice, Instant now, int mostOpen) {
    return faults.call("store.post", () -> store.postNotice(inbox, notice, now, mostOpen));
  }

  @Override
  public List<Notice> openNotices(String inbox, int limit) {
    return store.openNotices(inbox, limit);
  }

  @Override
  public void settleNotices(String inbox, Collection<Notice> notices) {
    faults.call(
        "store.settle",
        () -> {
          store.settleNotices(inbox, notices);
          return inbox;
        });
  }

  @Override
  public int purgeNotices(Instant before) {
    return store.purgeNotices(before);
  }

  @Override
  public Set<String> entries(String name) {
    return store.entries(name);
  }
}
