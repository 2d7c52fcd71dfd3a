// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.FulfillmentSnapshot;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Fulfillment Outbound of one version, in words of our model. Every method throws {@code
 * ApiException} when the call fails.
 */
public interface Outbound {

  /** Returns what Amazon would do with an order at its speed. */
  FulfillmentPreview preview(FulfillmentOrder order);

  /** Returns what the quota of {@link #create} lets through now; calls nothing. */
  CallAllowance createAllowance();

  /** Asks Amazon to ship. */
  void create(FulfillmentOrder order);

  /** Returns an order as it is now. */
  FulfillmentSnapshot read(FulfillmentOrderId id);

  /** Returns an order as it is now, with its parcels' way to the buyer. */
  default FulfillmentSnapshot readWithDelivery(FulfillmentOrderId id) {
    return read(id);
  }

  /** Returns what changed at or after a time, page by page; orders of other tools are left out. */
  Stream<FulfillmentSnapshot.Change> changes(Instant since);

  /** Asks Amazon to stop. */
  void cancel(FulfillmentOrderId id);
}
