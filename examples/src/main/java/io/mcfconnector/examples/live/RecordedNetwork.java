// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.Msku;
import io.mcfconnector.spi.FulfillmentNetwork;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The network of recorded orders. Nothing can be called there, so no credentials are needed.
 *
 * @param account its account, under whose name the runs of the duties are on record
 * @param createAllowance its quota, to tell when what waits is placed; may be empty
 */
record RecordedNetwork(AccountId account, Optional<CallAllowance> createAllowance)
    implements FulfillmentNetwork {

  @Override
  public void create(FulfillmentOrder order) {
    throw noCalls();
  }

  @Override
  public Optional<FulfillmentSnapshot> find(FulfillmentOrderId id) {
    throw noCalls();
  }

  @Override
  public Stream<FulfillmentSnapshot.Change> findChanged(Instant since) {
    throw noCalls();
  }

  @Override
  public void cancel(FulfillmentOrderId id) {
    throw noCalls();
  }

  @Override
  public Map<Msku, Integer> fulfillableUnits(Collection<Msku> mskus) {
    throw noCalls();
  }

  private static UnsupportedOperationException noCalls() {
    return new UnsupportedOperationException("commands that look at the records call no platform");
  }
}
