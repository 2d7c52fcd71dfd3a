// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;

/**
 * A platform's word that something changed. It is kept and then looked up, never believed: it says
 * where to look, not what is there. One that is lost, late, repeated or forged costs no more than a
 * call.
 */
public sealed interface Notice {

  /** The longest id of a notice. */
  int LONGEST_ID = 200;

  /**
   * Returns the platform's id of the notice, the same each time it is sent; derived from what it
   * says when the platform gives none. Not blank, at most {@value #LONGEST_ID} characters.
   */
  String id();

  /** Returns when it happened, as the platform says. */
  Instant at();

  /** An order changed at the sales channel, or is new there. */
  record OrderChanged(String id, ShopId shop, OrderId order, Instant at) implements Notice {

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException when the id is blank or too long
     */
    public OrderChanged {
      Ids.check("Notice id", id, LONGEST_ID);
    }
  }

  /** A fulfillment order changed at the network. */
  record FulfillmentOrderChanged(String id, FulfillmentOrderId order, Instant at)
      implements Notice {

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException when the id is blank or too long
     */
    public FulfillmentOrderChanged {
      Ids.check("Notice id", id, LONGEST_ID);
    }
  }

  /** The network's count of a SKU changed. */
  record StockChanged(String id, Msku msku, Instant at) implements Notice {

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException when the id is blank or too long
     */
    public StockChanged {
      Ids.check("Notice id", id, LONGEST_ID);
    }
  }
}
