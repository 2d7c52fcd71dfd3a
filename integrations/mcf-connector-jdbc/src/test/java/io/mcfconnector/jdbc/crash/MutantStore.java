// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.OrderStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A store that breaks one rule of saving. */
final class MutantStore implements OrderStore {

  private final OrderStore store;
  private final Mutant mutant;
  private final Map<OrderId, Supplier<Optional<RoutingRecord>>> heldBack =
      new ConcurrentHashMap<>();

  MutantStore(OrderStore store, Mutant mutant) {
    this.store = store;
    this.mutant = mutant;
  }

  /** Saves the intent of an order now, if it is not saved yet. */
  void saveHeldBack(OrderId orderId) {
    Supplier<Optional<RoutingRecord>> save = heldBack.remove(orderId);
    if (save != null && save.get().isEmpty()) {
      throw new IllegalStateException("somebody else saved order " + orderId);
    }
  }

  @Override
  public Optional<RoutingRecord> update(RoutingRecord record) {
    return switch (mutant) {
      case NO_FENCE -> store.update(overStored(record));
      default -> store.update(record);
    };
  }

  @Override
  public Optional<RoutingRecord> update(
      RoutingRecord record, Address destination, Instant keptUntil) {
    return switch (mutant) {
      case NO_FENCE -> store.update(overStored(record), destination, keptUntil);
      case INTENT_AFTER_CALL -> {
        heldBack.put(record.orderId(), () -> store.update(record, destination, keptUntil));
        yield Optional.of(record.toBuilder().version(record.version() + 1).build());
      }
      default -> store.update(record, destination, keptUntil);
    };
  }

  private RoutingRecord overStored(RoutingRecord record) {
    long version = store.find(record.orderId()).map(RoutingRecord::version).orElse(0L);
    return record.toBuilder().version(version).build();
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
  public Map<Msku, Integer> reservedUnits(Collection<ShopId> shops, Instant now) {
    return store.reservedUnits(shops, now);
  }

  @Override
  public Optional<Instant> watermark(String name) {
    return store.watermark(name);
  }
}
