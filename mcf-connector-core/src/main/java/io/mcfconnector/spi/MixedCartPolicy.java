// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShopId;
import java.util.List;

/**
 * What to do with an order when the mapping says that the network never ships some of its SKUs. A
 * SKU that nobody mapped is another matter: its order always waits for a person.
 */
public sealed interface MixedCartPolicy {

  /** Returns the policy that sends nothing of such an order until a person decided. The default. */
  static MixedCartPolicy allOrReview() {
    return new AllOrReview();
  }

  /**
   * Returns the policy that sends what the network ships, and asks a person about the rest when
   * that is on its way.
   */
  static MixedCartPolicy split() {
    return new Split();
  }

  /**
   * Returns the policy that gives the rest to the host and sends what the network ships.
   *
   * @param receiver gets the rest before the network gets its part
   */
  static MixedCartPolicy handOver(Receiver receiver) {
    return new HandOver(receiver);
  }

  /** Nothing goes until a person decided. */
  record AllOrReview() implements MixedCartPolicy {}

  /** What the network ships goes; a person decides on the rest. */
  record Split() implements MixedCartPolicy {}

  /**
   * What the network ships goes; the host ships the rest.
   *
   * @param receiver gets the rest
   */
  record HandOver(Receiver receiver) implements MixedCartPolicy {}

  /**
   * The host's part in handing over. It is called on the router's threads, at least once for each
   * rest: again when it threw, or when the process died before the router had noted that it
   * returned. Until it returns, nothing of the order is sent; so it keeps the rest durably by order
   * and line item, and returns soon.
   */
  @FunctionalInterface
  interface Receiver {

    /** Takes what the network does not ship; from then on it is the host's to ship and confirm. */
    void take(Remainder remainder);
  }

  /**
   * What the network does not ship of an order.
   *
   * @param shop the shop that sold it
   * @param orderId the order
   * @param lineItems the units to ship by other means
   */
  record Remainder(ShopId shop, OrderId orderId, List<LineItem> lineItems) {

    /** Copies the list. */
    public Remainder {
      lineItems = List.copyOf(lineItems);
    }
  }
}
