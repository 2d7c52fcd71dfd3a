// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.spi.OrderStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A store that breaks one rule of saving. */
final class MutantStore extends ForwardingStore {

  private final Mutant mutant;
  private final Map<OrderId, Supplier<Optional<RoutingRecord>>> heldBack =
      new ConcurrentHashMap<>();

  MutantStore(OrderStore store, Mutant mutant) {
    super(store);
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
}
