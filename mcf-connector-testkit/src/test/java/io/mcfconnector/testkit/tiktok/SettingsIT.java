// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsIT extends SimulatorTestBase {

  @Override
  TikTokShopSimulator.Builder configure(TikTokShopSimulator.Builder builder) {
    return builder
        .app("key1", "secret1")
        .shop("7495900000000000456", "TTP_other", "Other Shop")
        .travelTimes(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4));
  }

  @Test
  void start_ownAppAndShop_areTheOnesThatWork() {
    assertThat(simulator.appKey()).isEqualTo("key1");
    assertThat(caller.get("/authorization/202309/shops").text("data.shops.0.name"))
        .isEqualTo("Other Shop");
    assertThat(caller.get("/logistics/202309/warehouses").code()).isZero();
  }

  @Test
  void start_ownTravelTimes_moveParcels() {
    SimulatedOrder order = added(samples.plain());
    ship(order, "TBA1", AMAZON);

    pass(Duration.ofMinutes(1));
    assertThat(simulator.order(order.id()).status()).isEqualTo("IN_TRANSIT");
    pass(Duration.ofMinutes(2));
    assertThat(simulator.order(order.id()).status()).isEqualTo("DELIVERED");
    pass(Duration.ofMinutes(4));
    assertThat(simulator.order(order.id()).status()).isEqualTo("COMPLETED");
  }
}
