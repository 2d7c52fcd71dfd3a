// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.jdbc.crash;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A network that breaks one rule of placing. */
final class MutantNetwork implements FulfillmentNetwork {

  private static final int MANY = 1_000_000;

  private final FulfillmentNetwork network;
  private final Mutant mutant;
  private final MutantStore store;

  MutantNetwork(FulfillmentNetwork network, Mutant mutant, MutantStore store) {
    this.network = network;
    this.mutant = mutant;
    this.store = store;
  }

  @Override
  public AccountId account() {
    return network.account();
  }

  @Override
  public void create(FulfillmentOrder order) {
    network.create(mutant == Mutant.RANDOM_ID ? underRandomId(order) : order);
    store.saveHeldBack(order.orderId());
  }

  private static FulfillmentOrder underRandomId(FulfillmentOrder order) {
    int generation = ThreadLocalRandom.current().nextInt(2, MANY);
    return new FulfillmentOrder(
        FulfillmentOrderId.of("TTS", order.orderId(), generation),
        order.orderId(),
        order.orderedAt(),
        order.speed(),
        order.destination(),
        order.items());
  }

  @Override
  public Optional<FulfillmentSnapshot> find(FulfillmentOrderId id) {
    return mutant == Mutant.NO_READ_BACK ? Optional.empty() : network.find(id);
  }

  @Override
  public Stream<FulfillmentSnapshot.Change> findChanged(Instant since) {
    return network.findChanged(since);
  }

  @Override
  public void cancel(FulfillmentOrderId id) {
    network.cancel(id);
  }

  @Override
  public Map<Msku, Integer> fulfillableUnits(Collection<Msku> mskus) {
    return network.fulfillableUnits(mskus);
  }
}
