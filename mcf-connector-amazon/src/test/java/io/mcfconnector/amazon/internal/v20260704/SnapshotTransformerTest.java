// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20260704;

import static io.mcfconnector.amazon.Samples.ID;
import static io.mcfconnector.amazon.Samples.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.mcfconnector.amazon.outbound.v20260704.GetOrderResponse;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShipmentPackage.Content;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnapshotTransformerTest {

  private static final String ORDER = fixture("v20260704/order.json");

  @ParameterizedTest
  @CsvSource({
    "PROCESSING,IN_PROGRESS",
    "COMPLETE,COMPLETE",
    "COMPLETE_PARTIAL,PARTIAL",
    "CANCELLED,CANCELLED",
    "UNFULFILLABLE,UNFULFILLABLE",
    "INVALID,INVALID",
    "TELEPORTED,UNKNOWN"
  })
  void toSnapshot_anyStatus_isTranslatedAndKept(String word, FulfillmentStatus status)
      throws IOException {
    FulfillmentSnapshot snapshot = snapshot(ORDER.replace("\"PROCESSING\"", "\"" + word + "\""));

    assertThat(snapshot.status()).isEqualTo(status);
    assertThat(snapshot.rawStatus()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "PROCESSING,PENDING",
    "SHIPPED,SHIPPED",
    "CANCELLED,CANCELLED",
    "LOST_IN_SPACE,UNKNOWN"
  })
  void toSnapshot_anyShipmentStatus_isTranslated(String word, Shipment.Status status)
      throws IOException {
    String json = ORDER.replace("\"SHIPPED\"", "\"" + word + "\"");

    assertThat(snapshot(json).shipments().get(0).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "PROCESSING,PENDING",
    "IN_TRANSIT,SHIPPED",
    "DELAYED,SHIPPED",
    "OUT_FOR_DELIVERY,SHIPPED",
    "DELIVERED,DELIVERED",
    "UNDELIVERABLE,UNDELIVERABLE",
    "EXPIRED,UNDELIVERABLE",
    "EATEN,UNKNOWN"
  })
  void toSnapshot_anyPackageStatus_isTranslated(String word, PackageStatus status)
      throws IOException {
    String json = ORDER.replace("\"DELAYED\"", "\"" + word + "\"");

    assertThat(parcel(json, 1).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"PROCESSING,PENDING", "SHIPPED,SHIPPED", "CANCELLED,UNKNOWN"})
  void toSnapshot_packageWithoutStatus_hasThatOfItsShipment(String word, PackageStatus status)
      throws IOException {
    String json =
        ORDER.replace("\"SHIPPED\"", "\"" + word + "\"").replace("\"status\": \"DELAYED\",", "");

    assertThat(parcel(json, 1).status()).isEqualTo(status);
  }

  @Test
  void toSnapshot_packagesNameTheirItems_sortsUnitsIntoThem() throws IOException {
    String json = ORDER.replace(", \"packageId\": \"PKG-1\" }", " }");

    assertThat(parcel(json, 0).contents()).containsExactly(new Content("L1", 2));
    assertThat(parcel(json, 1).contents()).containsExactly(new Content("L2", 1));
  }

  @Test
  void toSnapshot_packageWithoutTracking_hasNoNumbers() throws IOException {
    ShipmentPackage parcel = parcel(ORDER.replace("\"tracking\"", "\"later\""), 0);

    assertThat(parcel.carrier()).isNull();
    assertThat(parcel.trackingNumber()).isNull();
  }

  private static ShipmentPackage parcel(String json, int index) throws IOException {
    return snapshot(json).shipments().get(0).packages().get(index);
  }

  private static FulfillmentSnapshot snapshot(String json) throws IOException {
    GetOrderResponse response =
        new Moshi.Builder().build().adapter(GetOrderResponse.class).fromJson(json);
    return SnapshotTransformer.toSnapshot(
        ID, Objects.requireNonNull(Objects.requireNonNull(response).order()));
  }
}
