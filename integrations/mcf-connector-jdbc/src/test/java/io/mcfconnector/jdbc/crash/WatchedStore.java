// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.TrackedPackage;
import io.mcfconnector.spi.OrderStore;
import java.time.Instant;
import java.util.Optional;

/** Passes kill points around each save, named by what is saved, and reports acknowledged saves. */
final class WatchedStore extends ForwardingStore {

  private final KillPoints points;
  private final Reports reports;

  WatchedStore(OrderStore store, KillPoints points, Reports reports) {
    super(store);
    this.points = points;
    this.reports = reports;
  }

  @Override
  public boolean insert(RoutingRecord record) {
    points.pass("insert/before");
    boolean isNew = store.insert(record);
    if (isNew) {
      reports.say(Reports.SAVED, record.orderId(), "-", record.state());
    }
    points.pass("insert/after");
    return isNew;
  }

  @Override
  public Optional<RoutingRecord> update(RoutingRecord record) {
    String point = pointOf(record);
    points.pass(point + "/before");
    return acknowledged(record, store.update(record), point);
  }

  @Override
  public Optional<RoutingRecord> update(
      RoutingRecord record, Address destination, Instant keptUntil) {
    String point = pointOf(record);
    points.pass(point + "/before");
    return acknowledged(record, store.update(record, destination, keptUntil), point);
  }

  private Optional<RoutingRecord> acknowledged(
      RoutingRecord record, Optional<RoutingRecord> saved, String point) {
    if (saved.isPresent()) {
      reports.say(Reports.SAVED, record.orderId(), record.version(), record.state());
    }
    points.pass(point + "/after");
    return saved;
  }

  private static String pointOf(RoutingRecord record) {
    boolean confirming =
        record.packages().stream()
            .anyMatch(
                parcel -> parcel.confirmation().verdict() == TrackedPackage.Verdict.CONFIRMING);
    return "save." + (confirming ? "CONFIRMING" : record.state().name());
  }

  @Override
  public void saveWatermark(String name, Instant at) {
    String point = "watermark." + name.substring(0, name.indexOf('/'));
    points.pass(point + "/before");
    store.saveWatermark(name, at);
    points.pass(point + "/after");
  }

  @Override
  public boolean erase(OrderId orderId) {
    points.pass("erase/before");
    boolean erased = store.erase(orderId);
    points.pass("erase/after");
    return erased;
  }

  @Override
  public int eraseExpired(Instant now) {
    points.pass("erase-expired/before");
    int erased = store.eraseExpired(now);
    points.pass("erase-expired/after");
    return erased;
  }
}
