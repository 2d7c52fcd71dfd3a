// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The network as the router reaches it: an order takes its units from the pool at once or is
 * refused; the count lags. Used by one thread.
 */
final class PoolNetwork implements FulfillmentNetwork {

  private record Accepted(FulfillmentSnapshot snapshot, Instant at) {}

  private final Map<Msku, Pool> pools;
  private final MarketTime time;
  private final Map<FulfillmentOrderId, Accepted> orders = new LinkedHashMap<>();
  private final Set<FulfillmentOrderId> refused = new HashSet<>();
  private final Map<Msku, Integer> placed = new HashMap<>();

  PoolNetwork(Map<Msku, Pool> pools, MarketTime time) {
    this.pools = pools;
    this.time = time;
  }

  /** Returns the units that orders have taken. */
  int placed(Msku msku) {
    return placed.getOrDefault(msku, 0);
  }

  /** Returns how many orders were accepted or refused. */
  int decided() {
    Set<FulfillmentOrderId> onlyRefused = new HashSet<>(refused);
    onlyRefused.removeAll(orders.keySet());
    return orders.size() + onlyRefused.size();
  }

  @Override
  public AccountId account() {
    return AccountId.of("simulated-network");
  }

  @Override
  public void create(FulfillmentOrder order) {
    time.call(() -> accept(order));
  }

  private Accepted accept(FulfillmentOrder order) {
    if (orders.containsKey(order.id())) {
      throw ApiException.builder("createFulfillmentOrder", FailureKind.ALREADY_DONE).build();
    }
    Map<Msku, Integer> units = new HashMap<>();
    order.items().forEach(item -> units.merge(item.msku(), item.quantity(), Integer::sum));
    if (units.entrySet().stream().anyMatch(one -> pool(one.getKey()).units() < one.getValue())) {
      refused.add(order.id());
      throw ApiException.builder("createFulfillmentOrder", FailureKind.REFUSED)
          .reviewCode(ReviewCode.OUT_OF_STOCK)
          .detail("the pool has too few units")
          .build();
    }
    units.forEach(
        (msku, quantity) -> {
          pool(msku).take(quantity, time.now());
          placed.merge(msku, quantity, Integer::sum);
        });
    Accepted accepted = new Accepted(snapshot(order), time.now());
    orders.put(order.id(), accepted);
    return accepted;
  }

  private Pool pool(Msku msku) {
    Pool pool = pools.get(msku);
    return pool == null ? new Pool(0, Duration.ZERO) : pool;
  }

  private static FulfillmentSnapshot snapshot(FulfillmentOrder order) {
    List<FulfillmentSnapshot.Item> items =
        order.items().stream()
            .map(
                item -> new FulfillmentSnapshot.Item(item.id(), item.msku(), item.quantity(), 0, 0))
            .toList();
    return new FulfillmentSnapshot(
        order.id(), FulfillmentStatus.IN_PROGRESS, "Received", null, items, List.of());
  }

  @Override
  public Optional<FulfillmentSnapshot> find(FulfillmentOrderId id) {
    return time.call(() -> Optional.ofNullable(orders.get(id)).map(Accepted::snapshot));
  }

  @Override
  public Stream<FulfillmentSnapshot.Change> findChanged(Instant since) {
    return time.call(() -> acceptedSince(since)).stream();
  }

  private List<FulfillmentSnapshot.Change> acceptedSince(Instant since) {
    // Nobody packs yet, so that a read would tell nothing.
    return orders.entrySet().stream()
        .filter(one -> !one.getValue().at.isBefore(since))
        .map(
            one ->
                new FulfillmentSnapshot.Change(
                    one.getKey(),
                    one.getValue().at,
                    null,
                    FulfillmentSnapshot.Change.Phase.WAITING))
        .toList();
  }

  @Override
  public void cancel(FulfillmentOrderId id) {
    throw ApiException.builder("cancelFulfillmentOrder", FailureKind.STATE_CONFLICT)
        .detail("the network of a stock simulation cancels nothing")
        .build();
  }

  @Override
  public Map<Msku, Integer> fulfillableUnits(Collection<Msku> mskus) {
    return time.call(
        () -> {
          Map<Msku, Integer> counted = new HashMap<>();
          for (Msku msku : mskus) {
            Pool pool = pools.get(msku);
            if (pool != null) {
              counted.put(msku, pool.counted(time.now()));
            }
          }
          return counted;
        });
  }
}
