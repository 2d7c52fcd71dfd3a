// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageScriptTest {

  private static final PackageScript PARCEL = PackageScript.shippedAfter(Duration.ofHours(8));

  @Test
  void shippedAfter_arrivesTwoDaysLaterWithAmazonLogistics() {
    assertThat(PARCEL.deliveredAfter()).isEqualTo(Duration.ofHours(56));
    assertThat(PARCEL.carrierCode()).isEqualTo(PackageScript.AMAZON_LOGISTICS);
    assertThat(PARCEL.units()).isEmpty();
  }

  @Test
  void with_sameSkuTwice_addsUp() {
    assertThat(PARCEL.with("MUG", 1).with("MUG", 2).units()).isEqualTo(Map.of("MUG", 3));
  }

  @Test
  void parcel_thatCannotBe_isRefused() {
    assertThatThrownBy(() -> PARCEL.inShipment(0)).hasMessage("shipment: counts from 1");
    assertThatThrownBy(() -> PARCEL.deliveredAfter(Duration.ofHours(7)))
        .hasMessage("deliveredAfter: before shippedAfter");
    assertThatThrownBy(() -> PARCEL.with("MUG", 0)).hasMessage("units: less than 1");
  }
}
