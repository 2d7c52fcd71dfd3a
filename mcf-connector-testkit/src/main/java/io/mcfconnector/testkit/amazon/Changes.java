// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Instant;

/** Hears what changes at the seller's account. */
interface Changes {

  /** Hears nothing. */
  Changes UNHEARD =
      new Changes() {
        @Override
        public void orderChanged(SimulatedOrder order, Instant at) {}

        @Override
        public void shipmentChanged(SimulatedOrder order, SimulatedShipment shipment, Instant at) {}

        @Override
        public void stockChanged(String sku, Instant at) {}
      };

  /** An order was received, or has another status. */
  void orderChanged(SimulatedOrder order, Instant at);

  /** A shipment was planned, got a number or left. */
  void shipmentChanged(SimulatedOrder order, SimulatedShipment shipment, Instant at);

  /** Units of a SKU came, went or were taken for an order. */
  void stockChanged(String sku, Instant at);
}
