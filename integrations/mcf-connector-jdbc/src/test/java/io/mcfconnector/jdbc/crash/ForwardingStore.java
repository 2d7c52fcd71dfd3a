// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands every call to another store; subclasses change some of them. */
abstract class ForwardingStore implements OrderStore {

  final OrderStore store;

  ForwardingStore(OrderStore store) {
    this.store = store;
  }

  @Override
  public Optional<RoutingRecord> update(RoutingRecord record) {
    return store.update(record);
  }

  @Override
  public Optional<RoutingRecord> update(
      RoutingRecord record, Address destination, Instant keptUntil) {
    return store.update(record, destination, keptUntil);
  }

  @Override
  public boolean insert(RoutingRecord record) {
    return store.insert(record);
  }

  @Override
  public void saveWatermark(String name, Instant at) {
    store.saveWatermark(name, at);
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
  public Optional<RoutingRecord> find(OrderId orderId) {
    return store.find(orderId);
  }

  @Override
  public Optional<Address> destination(OrderId orderId) {
    return store.destination(orderId);
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
    store.saveFigures(book, figures);
  }

  @Override
  public HostReservation reserve(HostReservation reservation) {
    return store.reserve(reservation);
  }

  @Override
  public boolean release(String id) {
    return store.release(id);
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
  public boolean tally(String name, String entry, int limit) {
    return store.tally(name, entry, limit);
  }

  @Override
  public int tallied(String name) {
    return store.tallied(name);
  }

  @Override
  public boolean postNotice(String inbox, Notice notice, Instant now, int mostOpen) {
    return store.postNotice(inbox, notice, now, mostOpen);
  }

  @Override
  public List<Notice> openNotices(String inbox, int limit) {
    return store.openNotices(inbox, limit);
  }

  @Override
  public void settleNotices(String inbox, Collection<Notice> notices) {
    store.settleNotices(inbox, notices);
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
