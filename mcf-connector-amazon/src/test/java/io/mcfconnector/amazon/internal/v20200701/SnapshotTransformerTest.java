// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal.v20200701;

import static io.mcfconnector.amazon.Samples.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.mcfconnector.amazon.outbound.v20200701.GetFulfillmentOrderResponse;
import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShipmentPackage.Content;
import io.mcfconnector.model.TrackingNumber;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnapshotTransformerTest {

  private static final String ORDER = fixture("v20200701/order-two-packages.json");

  @Test
  void toSnapshot_twoPackages_sortsUnitsIntoThem() throws IOException {
    FulfillmentSnapshot snapshot = snapshot(ORDER);

    assertThat(snapshot.status()).isEqualTo(FulfillmentStatus.PARTIAL);
    assertThat(snapshot.rawStatus()).isEqualTo("CompletePartialled");
    assertThat(snapshot.items())
        .containsExactly(
            new FulfillmentSnapshot.Item("L1", Msku.of("MUG-RED-01"), 3, 1, 0),
            new FulfillmentSnapshot.Item("L2", Msku.of("TRAY-02"), 1, 0, 1));
    assertThat(snapshot.shipments())
        .containsExactly(
            new Shipment(
                "Dx7Kq3",
                Shipment.Status.SHIPPED,
                List.of(
                    new ShipmentPackage(
                        "11",
                        CarrierCode.of("USPS"),
                        TrackingNumber.of("9400100000000000000011"),
                        null,
                        PackageStatus.SHIPPED,
                        List.of(new Content("L1", 1))),
                    new ShipmentPackage(
                        "12",
                        CarrierCode.of("Amazon Logistics"),
                        TrackingNumber.of("TBA300000000012"),
                        TrackingNumber.of("AFTN12"),
                        PackageStatus.SHIPPED,
                        List.of(new Content("L1", 1))))),
            new Shipment("Dx7Kq4", Shipment.Status.CANCELLED, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "New,IN_PROGRESS",
    "Received,IN_PROGRESS",
    "Planning,IN_PROGRESS",
    "Processing,IN_PROGRESS",
    "Complete,COMPLETE",
    "CompletePartialled,PARTIAL",
    "Cancelled,CANCELLED",
    "Unfulfillable,UNFULFILLABLE",
    "Invalid,INVALID",
    "Teleported,UNKNOWN"
  })
  void toSnapshot_anyStatus_isTranslatedAndKept(String word, FulfillmentStatus status)
      throws IOException {
    FulfillmentSnapshot snapshot =
        snapshot(ORDER.replace("\"CompletePartialled\"", "\"" + word + "\""));

    assertThat(snapshot.status()).isEqualTo(status);
    assertThat(snapshot.rawStatus()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING,PENDING,PENDING",
    "SHIPPED,SHIPPED,SHIPPED",
    "CANCELLED_BY_SELLER,CANCELLED,UNKNOWN",
    "CANCELLED_BY_FULFILLER,CANCELLED,UNKNOWN",
    "LOST_IN_SPACE,UNKNOWN,UNKNOWN"
  })
  void toSnapshot_anyShipmentStatus_alsoTellsThatOfPackages(
      String word, Shipment.Status status, PackageStatus packageStatus) throws IOException {
    Shipment shipment =
        snapshot(ORDER.replace("\"SHIPPED\"", "\"" + word + "\"")).shipments().get(0);

    assertThat(shipment.status()).isEqualTo(status);
    assertThat(shipment.packages()).extracting(ShipmentPackage::status).containsOnly(packageStatus);
  }

  @Test
  void toSnapshot_addressIsHidden_hasNoFingerprint() throws IOException {
    assertThat(snapshot(ORDER).destination()).isNotNull();
    assertThat(snapshot(ORDER.replace("Ada Example", " ")).destination()).isNull();
    assertThat(snapshot(ORDER.replace("destinationAddress", "elsewhere")).destination()).isNull();
  }

  private static FulfillmentSnapshot snapshot(String json) throws IOException {
    GetFulfillmentOrderResponse response =
        new Moshi.Builder().build().adapter(GetFulfillmentOrderResponse.class).fromJson(json);
    return SnapshotTransformer.toSnapshot(
        Objects.requireNonNull(Objects.requireNonNull(response).payload()));
  }
}
