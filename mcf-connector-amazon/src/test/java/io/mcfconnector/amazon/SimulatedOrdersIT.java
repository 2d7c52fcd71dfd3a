// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.SimulatedSeller.START;
import static io.mcfconnector.amazon.SimulatedSeller.item;
import static io.mcfconnector.amazon.SimulatedSeller.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.CallAllowance;
import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentPreview;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentSnapshot.Change;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.PlacementIntent;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShipmentPackage.Content;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.model.TrackingNumber;
import io.mcfconnector.testkit.amazon.OrderScript;
import io.mcfconnector.testkit.amazon.PackageScript;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every fulfillment network over Amazon does, whichever version writes and reads, signed and
 * unsigned.
 */
@ParameterizedClass(name = "written with {0}, read with {1}, signed {2}")
@CsvSource({
  "V2020_07_01, V2020_07_01, false",
  "V2020_07_01, V2020_07_01, true",
  "V2026_07_04, V2026_07_04, false",
  "V2026_07_04, V2026_07_04, true",
  "V2020_07_01, V2026_07_04, false",
  "V2026_07_04, V2020_07_01, false"
})
final class SimulatedOrdersIT {

  private static final FulfillmentOrderId A = FulfillmentOrderId.of("TTS-A");
  private static final FulfillmentOrder ORDER = order("TTS-A", item("L1", "MUG", 2));

  private final OutboundVersion version;
  private final OutboundVersion readVersion;
  private final SimulatedSeller seller;
  private final SellingPartnerSimulator amazon;
  private final AmazonFulfillmentNetwork network;

  SimulatedOrdersIT(OutboundVersion version, OutboundVersion readVersion, boolean signed) {
    this.version = version;
    this.readVersion = readVersion;
    this.seller = SimulatedSeller.start(version, readVersion, signed);
    this.amazon = seller.amazon;
    this.network = seller.network;
  }

  @AfterEach
  void close() {
    seller.close();
  }

  @Test
  void create_accepted_isFoundAndMatchesTheIntent() {
    network.create(order("TTS-A", item("L1", "MUG", 2), item("L2", "CUP", 1)));

    FulfillmentSnapshot found = network.find(A).orElseThrow();

    assertThat(found.status()).isEqualTo(FulfillmentStatus.IN_PROGRESS);
    assertThat(found.matches(intent(Map.of("MUG", 2, "CUP", 1)))).isTrue();
    assertThat(found.matches(intent(Map.of("MUG", 2, "CUP", 2)))).isFalse();
    assertThat(found.destination()).isEqualTo(AddressFingerprint.ofRequired(Samples.address()));
    assertThat(amazon.order("TTS-A").orElseThrow())
        .returns(version.date(), order -> order.version())
        .returns(version == OutboundVersion.V2026_07_04 ? "TIKTOK" : null, o -> o.channel());
  }

  @Test
  void preview_stockThere_isFulfillableWithItsCostAndReservesNothing() {
    FulfillmentOrder both = order("TTS-A", item("L1", "MUG", 2), item("L2", "CUP", 1));

    FulfillmentPreview shipped = new FulfillmentPreview(true, Money.of("21.40", "USD"));
    assertThat(network.preview(both)).contains(shipped);
    assertThat(network.preview(both.at(ShippingSpeed.EXPEDITED))).contains(shipped);
    // The newer version has no PRIORITY in the US.
    assertThat(network.preview(both.at(ShippingSpeed.PRIORITY)))
        .contains(
            version == OutboundVersion.V2020_07_01 ? shipped : new FulfillmentPreview(false, null));
    assertThat(amazon.stock("MUG")).isEqualTo(1000);
  }

  @Test
  void preview_tooLittleStock_isNotFulfillable() {
    amazon.stock("CUP", 1);

    assertThat(
            network
                .preview(order("TTS-A", item("L1", "MUG", 2), item("L2", "CUP", 2)))
                .orElseThrow()
                .fulfillable())
        .isFalse();
  }

  @Test
  void create_sameIdTwice_isAlreadyDoneAndShipsOnce() {
    network.create(ORDER);

    assertThat(failure(() -> network.create(ORDER)).kind()).isEqualTo(FailureKind.ALREADY_DONE);

    assertThat(amazon.orders()).hasSize(1);
    assertThat(amazon.duplicateCreates()).containsExactly("TTS-A");
    assertThat(amazon.stock("MUG")).isEqualTo(998);
  }

  @Test
  void create_tooFewUnits_isOutOfStock() {
    amazon.stock("MUG", 1);

    assertThat(failure(() -> network.create(ORDER)))
        .returns(FailureKind.REFUSED, ApiException::kind)
        .returns(ReviewCode.OUT_OF_STOCK, problem -> problem.reviewCode().orElse(null));
    assertThat(amazon.orders()).isEmpty();
  }

  @Test
  void create_unknownSku_isRefused() {
    assertThat(failure(() -> network.create(order("TTS-A", item("L1", "NOBODYS", 1)))))
        .returns(FailureKind.REFUSED, ApiException::kind)
        .returns(ReviewCode.CREATE_REFUSED, problem -> problem.reviewCode().orElse(null));
    assertThat(amazon.orders()).isEmpty();
  }

  @Test
  void createAllowance_afterCreates_tellsWhatIsLeftAndTheGrantedRate() {
    String create = SimulatedSeller.operation(version, SimulatedSeller.Operation.CREATE);
    try (SimulatedSeller slow =
        SimulatedSeller.start(version, builder -> builder.quota(create, 0.5, 30))) {
      assertThat(slow.network.createAllowance()).hasValue(new CallAllowance(29, 29, 2));
      for (int i = 0; i < 3; i++) {
        slow.network.create(order("TTS-" + i, item("L1", "MUG", 1)));
      }
      assertThat(slow.network.createAllowance()).hasValue(new CallAllowance(26, 29, 0.5));
      slow.amazon.forgetExchanges();
      assertThat(slow.network.createAllowance()).isPresent();
      assertThat(slow.amazon.exchanges()).isEmpty();
    }
  }

  @Test
  void find_unknownId_isEmpty() {
    assertThat(network.find(A)).isEmpty();
  }

  @Test
  void find_orderNotVisibleYet_isEmptyUntilItIs() {
    amazon.script(OrderScript.normal().visibleAfter(Duration.ofMinutes(2)));
    network.create(ORDER);

    assertThat(network.find(A)).isEmpty();
    seller.at(Duration.ofMinutes(2));
    assertThat(network.find(A)).isPresent();
  }

  @Test
  void cancel_beforePicking_cancelsAndGivesTheUnitsBack() {
    network.create(ORDER);
    seller.at(Duration.ofMinutes(10));

    network.cancel(A);

    FulfillmentSnapshot found = network.find(A).orElseThrow();
    assertThat(found.status()).isEqualTo(FulfillmentStatus.CANCELLED);
    assertThat(found.items().get(0).cancelled()).isEqualTo(2);
    assertThat(amazon.stock("MUG")).isEqualTo(1000);
  }

  @Test
  void cancel_whilePicking_changesNothingAndTheOrderShips() {
    network.create(ORDER);
    seller.at(Duration.ofMinutes(30));

    if (version == OutboundVersion.V2020_07_01) {
      assertThat(failure(() -> network.cancel(A)).kind()).isEqualTo(FailureKind.STATE_CONFLICT);
    } else {
      // This version accepts every request; only the order tells what came of it.
      network.cancel(A);
    }

    assertThat(network.find(A).orElseThrow().status()).isEqualTo(FulfillmentStatus.IN_PROGRESS);
    seller.at(Duration.ofHours(8));
    assertThat(network.find(A).orElseThrow().status()).isEqualTo(FulfillmentStatus.COMPLETE);
  }

  @Test
  void cancel_unknownId_isNotFound() {
    assertThat(failure(() -> network.cancel(A)).kind()).isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void find_shippedOrder_tellsItsParcelUntilItArrives() {
    network.create(order("TTS-A", item("L1", "MUG", 1), item("L2", "CUP", 1)));

    seller.at(Duration.ofMinutes(30));
    assertThat(onlyPackage().carrierNumber()).isNull();
    assertThat(onlyPackage().status()).isEqualTo(PackageStatus.PENDING);
    seller.at(Duration.ofHours(8));
    ShipmentPackage shipped = onlyPackage();
    assertThat(shipped)
        .returns(CarrierCode.of("Amazon Logistics"), ShipmentPackage::carrier)
        .returns(PackageStatus.SHIPPED, ShipmentPackage::status)
        .returns(null, ShipmentPackage::networkNumber);
    assertThat(shipped.carrierNumber()).isEqualTo(numberOf(0));
    assertThat(shipped.contents())
        .containsExactlyInAnyOrder(new Content("L1", 1), new Content("L2", 1));
    assertThat(network.find(A).orElseThrow().status()).isEqualTo(FulfillmentStatus.COMPLETE);
    seller.at(Duration.ofDays(4));
    // The older version gives packages no status of their own.
    assertThat(onlyPackage().status())
        .isEqualTo(
            readVersion == OutboundVersion.V2020_07_01
                ? PackageStatus.SHIPPED
                : PackageStatus.DELIVERED);
  }

  @Test
  void find_singleItemOrder_hasAmazonsNumberOnlyWhereTheChannelIsTold() {
    network.create(order("TTS-A", item("L1", "MUG", 1)));

    seller.at(Duration.ofMinutes(31));

    TrackingNumber amazons = onlyPackage().networkNumber();
    if (version == OutboundVersion.V2020_07_01) {
      assertThat(amazons).isNull();
    } else {
      assertThat(String.valueOf(amazons)).matches("AFTN\\d{13}");
      assertThat(onlyPackage().trackingNumber()).isEqualTo(amazons);
    }
  }

  @Test
  void find_lineOverSeveralPackagesAndShipments_tellsWhatIsInEach() {
    amazon.script(
        OrderScript.normal()
            .packages(
                PackageScript.shippedAfter(Duration.ofHours(4))
                    .with("MUG", 2)
                    .with("CUP", 1)
                    .by("UPS"),
                PackageScript.shippedAfter(Duration.ofHours(4)).with("MUG", 1).by("USPS"),
                PackageScript.shippedAfter(Duration.ofHours(20)).with("CUP", 2).inShipment(2)));
    network.create(order("TTS-A", item("L1", "MUG", 3), item("L2", "CUP", 3)));

    seller.at(Duration.ofHours(4));
    FulfillmentSnapshot first = network.find(A).orElseThrow();
    assertThat(first.status()).isEqualTo(FulfillmentStatus.IN_PROGRESS);
    assertThat(first.shipments())
        .extracting(Shipment::status)
        .containsExactly(Shipment.Status.SHIPPED, Shipment.Status.PENDING);
    seller.at(Duration.ofHours(20));

    FulfillmentSnapshot all = network.find(A).orElseThrow();
    assertThat(all.status()).isEqualTo(FulfillmentStatus.COMPLETE);
    assertThat(all.shipments()).hasSize(2);
    List<ShipmentPackage> packages =
        all.shipments().stream().flatMap(shipment -> shipment.packages().stream()).toList();
    assertThat(packages)
        .extracting(ShipmentPackage::carrier)
        .containsExactly(
            CarrierCode.of("UPS"), CarrierCode.of("USPS"), CarrierCode.of("Amazon Logistics"));
    assertThat(packages)
        .extracting(ShipmentPackage::carrierNumber)
        .containsExactly(numberOf(0), numberOf(1), numberOf(2));
    assertThat(packages.get(0).contents())
        .containsExactlyInAnyOrder(new Content("L1", 2), new Content("L2", 1));
    assertThat(packages.get(1).contents()).containsExactly(new Content("L1", 1));
    assertThat(packages.get(2).contents()).containsExactly(new Content("L2", 2));
  }

  @Test
  void find_planThatAmazonDropped_tellsTheCancelledShipmentAndTheNewOne() {
    amazon.script(OrderScript.normal().replannedAfter(Duration.ofHours(1)));
    network.create(ORDER);

    seller.at(Duration.ofHours(2));

    FulfillmentSnapshot found = network.find(A).orElseThrow();
    assertThat(found.status()).isEqualTo(FulfillmentStatus.IN_PROGRESS);
    assertThat(found.shipments())
        .extracting(Shipment::status)
        .containsExactlyInAnyOrder(Shipment.Status.CANCELLED, Shipment.Status.PENDING);
  }

  @Test
  void find_orderThatFailed_tellsHow() {
    amazon.scriptFor("TTS-NONE", OrderScript.normal().unfulfillable());
    amazon.scriptFor("TTS-BAD", OrderScript.normal().invalid());
    amazon.scriptFor("TTS-STOP", OrderScript.normal().cancelledByAmazon());
    amazon.scriptFor("TTS-PART", OrderScript.normal().missing("MUG", 1));
    for (String id : List.of("TTS-NONE", "TTS-BAD", "TTS-STOP", "TTS-PART")) {
      network.create(order(id, item("L1", "MUG", 2)));
    }

    seller.at(Duration.ofHours(8));

    assertThat(status("TTS-NONE")).isEqualTo(FulfillmentStatus.UNFULFILLABLE);
    assertThat(status("TTS-BAD")).isEqualTo(FulfillmentStatus.INVALID);
    assertThat(status("TTS-STOP")).isEqualTo(FulfillmentStatus.CANCELLED);
    assertThat(status("TTS-PART")).isEqualTo(FulfillmentStatus.PARTIAL);
    assertThat(network.find(FulfillmentOrderId.of("TTS-PART")).orElseThrow().items().get(0))
        .isEqualTo(new FulfillmentSnapshot.Item("L1", Msku.of("MUG"), 2, 0, 1));
  }

  @Test
  void findChanged_manyOrders_readsEveryPage() {
    try (SimulatedSeller small = SimulatedSeller.start(version, builder -> builder.pageSize(3))) {
      for (int i = 0; i < 10; i++) {
        small.network.create(order("TTS-" + i, item("L1", "MUG", 1)));
      }

      List<Change> changes = small.network.findChanged(START).toList();

      assertThat(changes)
          .extracting(change -> change.id().value())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 10).mapToObj(i -> "TTS-" + i).toList());
      assertThat(changes).allMatch(change -> change.updatedAt() != null);
      small.at(Duration.ofHours(1));
      assertThat(small.network.findChanged(START.plus(Duration.ofMinutes(50)))).isEmpty();
    }
  }

  @Test
  void findChanged_snapshot_isTheOneThatFindGives() {
    network.create(ORDER);
    seller.at(Duration.ofHours(8));

    Change change = network.findChanged(START).toList().get(0);

    if (readVersion == OutboundVersion.V2020_07_01) {
      assertThat(change.snapshot()).isNull();
    } else {
      assertThat(change.snapshot()).isEqualTo(network.find(A).orElseThrow());
    }
  }

  @Test
  void fulfillableUnits_manySkus_knowsEachThatAmazonKnows() {
    for (int i = 0; i < 119; i++) {
      amazon.stock("SKU &+é" + i, i);
    }
    List<Msku> asked = IntStream.range(0, 120).mapToObj(i -> Msku.of("SKU &+é" + i)).toList();

    Map<Msku, Integer> units = network.fulfillableUnits(asked);

    assertThat(units)
        .isEqualTo(
            IntStream.range(0, 119)
                .boxed()
                .collect(Collectors.toMap(i -> Msku.of("SKU &+é" + i), i -> i)));
    assertThat(amazon.exchanges("getInventorySummaries")).hasSize(3);
  }

  private ShipmentPackage onlyPackage() {
    List<Shipment> shipments = network.find(A).orElseThrow().shipments();
    assertThat(shipments).hasSize(1);
    assertThat(shipments.get(0).packages()).hasSize(1);
    return shipments.get(0).packages().get(0);
  }

  private TrackingNumber numberOf(int parcel) {
    String number = amazon.order("TTS-A").orElseThrow().packages().get(parcel).trackingNumber();
    return TrackingNumber.of(String.valueOf(number));
  }

  private FulfillmentStatus status(String id) {
    return network.find(FulfillmentOrderId.of(id)).orElseThrow().status();
  }

  private static PlacementIntent intent(Map<String, Integer> units) {
    Map<Msku, Integer> mskus =
        units.entrySet().stream()
            .collect(Collectors.toMap(entry -> Msku.of(entry.getKey()), Map.Entry::getValue));
    return new PlacementIntent(
        A, mskus, AddressFingerprint.ofRequired(Samples.address()), START, 1, null);
  }

  private static ApiException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ApiException.class, call);
  }
}
