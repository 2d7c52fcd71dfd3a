// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static io.mcfconnector.testkit.amazon.Bodies.line2020;
import static io.mcfconnector.testkit.amazon.Bodies.line2026;
import static io.mcfconnector.testkit.amazon.Bodies.order2020;
import static io.mcfconnector.testkit.amazon.Bodies.order2026;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.MutableClock;
import io.mcfconnector.testkit.amazon.FulfillmentOrderSnapshot.ShipmentPackage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderLifeIT {

  private static final String STATUS = "payload.fulfillmentOrder.fulfillmentOrderStatus";
  private static final String SHIPMENTS = "payload.fulfillmentShipments";
  private static final Instant START = Instant.parse("2026-09-01T14:00:00Z");

  private final MutableClock clock = MutableClock.at(START);
  private final SellingPartnerSimulator simulator =
      SellingPartnerSimulator.builder(clock).withoutQuota().start();
  private Caller caller = Caller.authorized(simulator);

  @BeforeEach
  void stock() {
    simulator.stock("MUG", 100);
    simulator.stock("CUP", 100);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void order_ordinary_livesFromReceiptToDelivery() {
    create2020("A", line2020("L1", "MUG", 2));

    assertThat(status("A")).isEqualTo("Received");
    assertThat(caller.order2020("A").list(SHIPMENTS)).isEmpty();
    at(Duration.ofMinutes(5));
    assertThat(status("A")).isEqualTo("Planning");
    at(Duration.ofMinutes(30));
    Caller.Answer picked = caller.order2020("A");
    assertThat(picked.text(STATUS)).isEqualTo("Processing");
    assertThat(picked.text(SHIPMENTS + ".0.fulfillmentShipmentStatus")).isEqualTo("PENDING");
    assertThat(picked.text(SHIPMENTS + ".0.shippingDate")).isEqualTo("2026-09-01T22:00:00Z");
    assertThat(picked.at(SHIPMENTS + ".0.fulfillmentShipmentPackage.0.trackingNumber")).isNull();
    at(Duration.ofHours(8));
    Caller.Answer shipped = caller.order2020("A");
    assertThat(shipped.text(STATUS)).isEqualTo("Complete");
    assertThat(shipped.text("payload.fulfillmentOrder.statusUpdatedDate"))
        .isEqualTo("2026-09-01T22:00:00Z");
    assertThat(shipped.text(SHIPMENTS + ".0.fulfillmentShipmentStatus")).isEqualTo("SHIPPED");
    String parcel = SHIPMENTS + ".0.fulfillmentShipmentPackage.0.";
    assertThat(shipped.text(parcel + "carrierCode")).isEqualTo("Amazon Logistics");
    assertThat(shipped.text(parcel + "trackingNumber")).matches("TBA\\d{12}");
    assertThat(shipped.at(parcel + "amazonFulfillmentTrackingNumber")).isNull();
    assertThat(shipped.at(parcel + "deliveryInformation")).isNull();
    assertThat(shipped.number(SHIPMENTS + ".0.fulfillmentShipmentItem.0.packageNumber"))
        .isEqualTo(shipped.number(parcel + "packageNumber"));
    at(Duration.ofHours(56));
    assertThat(caller.order2020("A").text(parcel + "deliveryInformation.dropOffLocation.type"))
        .isEqualTo("FRONT_DOOR");
    assertThat(simulator.order("A").orElseThrow().packages().get(0).delivered()).isTrue();
  }

  @Test
  void order_newerVersion_showsTheSameLifeInItsWords() {
    create2026("A", line2026("L1", "MUG", "2"));

    assertThat(caller.order2026("A").text("order.status")).isEqualTo("PROCESSING");
    at(Duration.ofHours(8));
    Caller.Answer shipped = caller.order2026("A");
    assertThat(shipped.text("order.status")).isEqualTo("COMPLETE");
    assertThat(shipped.text("order.shipments.0.status")).isEqualTo("SHIPPED");
    String parcel = "order.shipments.0.packages.0.";
    assertThat(shipped.text(parcel + "status")).isEqualTo("IN_TRANSIT");
    assertThat(shipped.text(parcel + "tracking.carrier.trackingNumber")).startsWith("TBA");
    assertThat(shipped.list(parcel + "shipmentItemIds"))
        .isEqualTo(List.of(shipped.text("order.shipments.0.items.0.shipmentItemId")));
    assertThat(shipped.text("order.fulfillmentConfiguration.services.packaging.packagingOption"))
        .isEqualTo("UNBRANDED");
    assertThat(caller.get(Caller.V2026 + "/orders/A?shipments=EXCLUDE").at("order.shipments"))
        .isNull();
    assertThat(caller.get(Caller.V2026 + "/orders/A?shipments=SOME").status()).isEqualTo(400);
    at(Duration.ofHours(56));
    assertThat(caller.order2026("A").text(parcel + "status")).isEqualTo("DELIVERED");
    assertThat(status("A")).isEqualTo("Complete");
  }

  @Test
  void amazonNumber_singleItemTikTokOrder_comesWhileShipmentIsPending() {
    create2026("A", line2026("L1", "MUG", "1"));

    at(Duration.ofMinutes(2));
    assertThat(caller.order2026("A").list("order.shipments")).isEmpty();
    at(Duration.ofMinutes(3));

    Caller.Answer answer = caller.order2026("A");
    String tracking = "order.shipments.0.packages.0.tracking.";
    assertThat(answer.text("order.shipments.0.status")).isEqualTo("PROCESSING");
    assertThat(answer.text(tracking + "amazon.trackingNumber")).matches("AFTN\\d+");
    assertThat(answer.at(tracking + "carrier")).isNull();
    assertThat(answer.text("order.statusUpdateTime")).isEqualTo("2026-09-01T14:03:00Z");
    at(Duration.ofHours(8));
    Caller.Answer shipped = caller.order2026("A");
    assertThat(shipped.text(tracking + "amazon.trackingNumber"))
        .isEqualTo(answer.text(tracking + "amazon.trackingNumber"));
    assertThat(shipped.text(tracking + "carrier.trackingNumber")).startsWith("TBA");
  }

  @Test
  void amazonNumber_otherOrders_neverComes() {
    create2020("OLD", line2020("L1", "MUG", 1));
    create2026("TWO", line2026("L1", "MUG", "1"), line2026("L2", "CUP", "1"));
    String direct = order2026("DIRECT", line2026("L1", "MUG", "1"));
    caller.post(Caller.V2026 + "/orders", direct.replace("\"channel\":\"TIKTOK\",", ""));
    String abroad = order2026("CANADA", line2026("L1", "MUG", "1"));
    caller.post(
        Caller.V2026 + "/orders",
        abroad
            .replace("\"IL\"", "\"ON\"")
            .replace("\"62701\",\"countryCode\":\"US\"", "\"K1A\",\"countryCode\":\"CA\""));

    at(Duration.ofDays(3));

    assertThat(simulator.orders()).hasSize(4);
    assertThat(simulator.orders())
        .flatExtracting(FulfillmentOrderSnapshot::packages)
        .hasSize(4)
        .allSatisfy(parcel -> assertThat(parcel.amazonTrackingNumber()).isNull());
  }

  @Test
  void script_splitOrder_shipsItsPartsOnDifferentDays() {
    simulator.scriptFor(
        "A", OrderScript.normal().splitInto(2, Duration.ofHours(6), Duration.ofDays(1)));
    create2020("A", line2020("L1", "MUG", 3));

    at(Duration.ofHours(6));
    assertThat(status("A")).isEqualTo("Processing");
    assertThat(simulator.order("A").orElseThrow().packages())
        .extracting(ShipmentPackage::shipped)
        .containsExactly(true, false);
    at(Duration.ofHours(30));

    assertThat(status("A")).isEqualTo("Complete");
    List<ShipmentPackage> packages = simulator.order("A").orElseThrow().packages();
    assertThat(packages)
        .extracting(parcel -> parcel.contents().get(0).units())
        .containsExactly(2, 1);
    assertThat(packages).extracting(ShipmentPackage::shipmentId).doesNotHaveDuplicates();
    assertThat(packages).extracting(ShipmentPackage::trackingNumber).doesNotHaveDuplicates();
    assertThat(packages).extracting(ShipmentPackage::packageNumber).doesNotHaveDuplicates();
  }

  @Test
  void script_listedUnitsAndCarriers_arePackedAsListed() {
    PackageScript first =
        PackageScript.shippedAfter(Duration.ofHours(4))
            .with("MUG", 1)
            .with("CUP", 1)
            .by("UPS")
            .numberAfter(Duration.ofHours(1));
    PackageScript second =
        PackageScript.shippedAfter(Duration.ofHours(9))
            .by("USPS")
            .deliveredAfter(Duration.ofHours(20));
    PackageScript third =
        PackageScript.shippedAfter(Duration.ofHours(9)).by("ONTRAC").withNumber("D1001");
    simulator.scriptWhen(
        order -> order.contains("CUP"), OrderScript.normal().packages(first, second, third));
    create2020("A", line2020("L1", "MUG", 3), line2020("L2", "CUP", 2), line2020("L3", "MUG", 1));

    at(Duration.ofHours(1));
    Caller.Answer labelled = caller.order2020("A");
    String parcels = SHIPMENTS + ".0.fulfillmentShipmentPackage.";
    assertThat(labelled.text(SHIPMENTS + ".0.fulfillmentShipmentStatus")).isEqualTo("PENDING");
    assertThat(labelled.text(parcels + "0.trackingNumber")).matches("1Z\\d{16}");
    at(Duration.ofHours(4));
    assertThat(caller.order2020("A").text(SHIPMENTS + ".0.fulfillmentShipmentStatus"))
        .isEqualTo("PENDING");
    at(Duration.ofHours(9));
    Caller.Answer shipped = caller.order2020("A");
    assertThat(shipped.text(parcels + "1.trackingNumber")).matches("94\\d{20}");
    assertThat(shipped.text(parcels + "2.trackingNumber")).isEqualTo("D1001");
    assertThat(shipped.text(STATUS)).isEqualTo("Complete");
    List<ShipmentPackage> packages = simulator.order("A").orElseThrow().packages();
    assertThat(packages.get(0).contents())
        .containsExactlyInAnyOrder(
            new FulfillmentOrderSnapshot.Content("L1", "MUG", 1),
            new FulfillmentOrderSnapshot.Content("L2", "CUP", 1));
    assertThat(packages.get(1).contents())
        .containsExactly(new FulfillmentOrderSnapshot.Content("L1", "MUG", 2));
    assertThat(packages.get(2).contents())
        .containsExactlyInAnyOrder(
            new FulfillmentOrderSnapshot.Content("L2", "CUP", 1),
            new FulfillmentOrderSnapshot.Content("L3", "MUG", 1));
  }

  @Test
  void script_listsTooFewUnits_lastParcelTakesTheRest() {
    simulator.script(
        OrderScript.normal()
            .packages(PackageScript.shippedAfter(Duration.ofHours(1)).with("MUG", 1)));
    create2020("A", line2020("L1", "MUG", 3));

    at(Duration.ofHours(1));

    assertThat(simulator.order("A").orElseThrow().packages())
        .flatExtracting(ShipmentPackage::contents)
        .extracting(content -> content.units())
        .containsExactly(1, 2);
  }

  @Test
  void script_shipsBeforePicking_waitsForPicking() {
    simulator.script(
        OrderScript.normal()
            .shippedAfter(Duration.ofMinutes(1))
            .planningAfter(Duration.ofMinutes(10))
            .processingAfter(Duration.ofMinutes(20)));
    create2026("A", line2026("L1", "MUG", "1"));

    at(Duration.ofMinutes(19));
    assertThat(status("A")).isEqualTo("Planning");
    at(Duration.ofMinutes(20));
    assertThat(status("A")).isEqualTo("Complete");
  }

  @Test
  void script_unfulfillableInvalidAndCancelled_endTheOrder() {
    simulator.scriptFor("U", OrderScript.normal().unfulfillable());
    simulator.scriptFor("I", OrderScript.normal().invalid());
    simulator.scriptFor("C", OrderScript.normal().cancelledByAmazon());
    for (String id : List.of("U", "I", "C")) {
      create2026(id, line2026("L1", "MUG", "2"));
    }
    assertThat(simulator.stock("MUG")).isEqualTo(94);

    at(Duration.ofDays(1));

    assertThat(caller.order2026("U").text("order.status")).isEqualTo("UNFULFILLABLE");
    assertThat(caller.order2026("U").text("order.lineItems.0.unfulfillableAmount.value"))
        .isEqualTo("2.0");
    assertThat(caller.order2026("I").text("order.status")).isEqualTo("INVALID");
    assertThat(caller.order2026("C").text("order.status")).isEqualTo("CANCELLED");
    assertThat(caller.order2026("C").text("order.lineItems.0.cancelledAmount.value"))
        .isEqualTo("2.0");
    assertThat(status("U")).isEqualTo("Unfulfillable");
    assertThat(status("I")).isEqualTo("Invalid");
    assertThat(status("C")).isEqualTo("Cancelled");
    assertThat(simulator.orders()).flatExtracting(FulfillmentOrderSnapshot::packages).isEmpty();
    assertThat(simulator.stock("MUG")).isEqualTo(98);
  }

  @Test
  void script_missingUnits_endsPartlyComplete() {
    simulator.scriptFor("A", OrderScript.normal().missing("MUG", 2));
    simulator.scriptFor("B", OrderScript.normal().missing("MUG", 9));
    create2026("A", line2026("L1", "MUG", "5"));
    create2020("B", line2020("L1", "MUG", 1));

    at(Duration.ofHours(8));

    Caller.Answer answer = caller.order2020("A");
    assertThat(answer.text(STATUS)).isEqualTo("CompletePartialled");
    assertThat(answer.number("payload.fulfillmentOrderItems.0.unfulfillableQuantity")).isEqualTo(2);
    assertThat(simulator.order("A").orElseThrow().packages().get(0).contents().get(0).units())
        .isEqualTo(3);
    assertThat(caller.order2026("A").text("order.status")).isEqualTo("COMPLETE_PARTIAL");
    assertThat(status("B")).isEqualTo("Unfulfillable");
  }

  @Test
  void script_partialWhileShipping_showsPartialBeforeTheEnd() {
    simulator.script(
        OrderScript.normal()
            .splitInto(2, Duration.ofHours(6), Duration.ofDays(1))
            .partialWhileShipping());
    create2020("A", line2020("L1", "MUG", 2));

    at(Duration.ofHours(6));
    assertThat(status("A")).isEqualTo("CompletePartialled");
    at(Duration.ofHours(30));
    assertThat(status("A")).isEqualTo("Complete");
  }

  @Test
  void script_replanned_dropsTheFirstShipmentForANewOne() {
    simulator.script(OrderScript.normal().replannedAfter(Duration.ofHours(1)));
    create2026("A", line2026("L1", "MUG", "1"));

    at(Duration.ofMinutes(90));
    Caller.Answer answer = caller.order2020("A");
    assertThat(answer.text(SHIPMENTS + ".0.fulfillmentShipmentStatus"))
        .isEqualTo("CANCELLED_BY_FULFILLER");
    assertThat(answer.at(SHIPMENTS + ".0.shippingDate")).isNull();
    assertThat(answer.text(SHIPMENTS + ".1.fulfillmentShipmentStatus")).isEqualTo("PENDING");
    assertThat(answer.text(SHIPMENTS + ".1.amazonShipmentId"))
        .isNotEqualTo(answer.text(SHIPMENTS + ".0.amazonShipmentId"));
    assertThat(caller.order2026("A").text("order.shipments.0.status")).isEqualTo("CANCELLED");
    assertThat(simulator.order("A").orElseThrow().packages().get(0).amazonTrackingNumber())
        .startsWith("AFTN");

    at(Duration.ofHours(8));
    assertThat(status("A")).isEqualTo("Processing");
    at(Duration.ofHours(9));
    assertThat(status("A")).isEqualTo("Complete");
    assertThat(simulator.order("A").orElseThrow().packages()).hasSize(1);
  }

  @Test
  void script_replannedAfterAParcelLeft_changesNothing() {
    simulator.script(
        OrderScript.normal()
            .splitInto(2, Duration.ofHours(2), Duration.ofHours(6))
            .replannedAfter(Duration.ofHours(3)));
    create2020("A", line2020("L1", "MUG", 2));

    at(Duration.ofHours(8));

    assertThat(status("A")).isEqualTo("Complete");
    assertThat(caller.order2020("A").list(SHIPMENTS)).hasSize(2);
  }

  @Test
  void script_visibleLater_hidesTheOrderFromReads() {
    simulator.scriptFor("A", OrderScript.normal().visibleAfter(Duration.ofSeconds(20)));
    assertThat(create2026("A", line2026("L1", "MUG", "1")).status()).isEqualTo(202);

    at(Duration.ofSeconds(19));
    assertThat(caller.order2026("A").error())
        .isEqualTo("404 NotFound: Requested order 'A' not found");
    assertThat(caller.order2020("A").headers()).containsEntry("x-amzn-ratelimit-limit", "2.0");
    assertThat(caller.get(Caller.V2026 + "/orders").list("orders")).isEmpty();
    assertThat(simulator.order("A")).isPresent();
    at(Duration.ofSeconds(20));

    assertThat(caller.order2026("A").status()).isEqualTo(200);
    String since = "?updatedAfter=2026-09-01T14:00:20Z";
    assertThat(caller.get(Caller.V2026 + "/orders" + since).list("orders")).hasSize(1);
  }

  @Test
  void blockedAmazonLogistics_goesWithAnotherCarrier() {
    String old =
        order2020("A", line2020("L1", "MUG", 1))
            .replace(
                "\"items\"",
                "\"featureConstraints\":[{\"featureName\":\"BLOCK_AMZL\","
                    + "\"featureFulfillmentPolicy\":\"Required\"}],\"items\"");
    caller.post(Caller.V2020, old);
    String newer =
        order2026("B", line2026("L1", "MUG", "1"))
            .replace(
                "\"services\":{", "\"services\":{\"additional\":{\"blockAMZL\":\"REQUIRED\"},");
    caller.post(Caller.V2026 + "/orders", newer);

    at(Duration.ofHours(8));

    assertThat(simulator.orders())
        .flatExtracting(FulfillmentOrderSnapshot::packages)
        .extracting(parcel -> parcel.carrierCode())
        .containsExactly("UPS", "UPS");
    assertThat(
            caller.order2020("A").text("payload.fulfillmentOrder.featureConstraints.0.featureName"))
        .isEqualTo("BLOCK_AMZL");
  }

  @Test
  void policy_fillAllAvailable_shipsWhatThereIs() {
    simulator.stock("CUP", 1);
    caller.post(
        Caller.V2020,
        order2020("A", line2020("L1", "CUP", 3)).replace("FillOrKill", "FillAllAvailable"));
    caller.post(
        Caller.V2020, order2020("B", line2020("L1", "MUG", 3)).replace("FillOrKill", "FillAll"));
    Caller.Answer nothing =
        caller.post(
            Caller.V2020,
            order2020("C", line2020("L1", "CUP", 3)).replace("FillOrKill", "FillAllAvailable"));

    at(Duration.ofHours(8));

    assertThat(nothing.error()).contains("Value AllQuantityZero for parameter  is invalid.");
    assertThat(status("A")).isEqualTo("CompletePartialled");
    assertThat(simulator.order("A").orElseThrow().items().get(0).unfulfillableUnits()).isEqualTo(2);
    assertThat(status("B")).isEqualTo("Complete");
  }

  @Test
  void policy_fillAll_staysOpenForADay() {
    simulator.stock("CUP", 1);
    caller.post(
        Caller.V2020, order2020("A", line2020("L1", "CUP", 3)).replace("FillOrKill", "FillAll"));

    at(Duration.ofHours(23));
    assertThat(status("A")).isEqualTo("Processing");
    at(Duration.ofHours(24));
    assertThat(status("A")).isEqualTo("CompletePartialled");
  }

  @Test
  void action_hold_isCancelledAfterTwoWeeks() {
    caller.post(
        Caller.V2020, order2020("A", line2020("L1", "MUG", 3)).replace("\"Ship\"", "\"Hold\""));

    at(Duration.ofDays(13));
    assertThat(status("A")).isEqualTo("Received");
    at(Duration.ofDays(14));
    assertThat(status("A")).isEqualTo("Cancelled");
    assertThat(simulator.stock("MUG")).isEqualTo(100);
  }

  @Test
  void numbers_sameOrderInAnotherSimulator_areTheSame() {
    create2020("A", line2020("L1", "MUG", 1));
    at(Duration.ofHours(8));
    try (SellingPartnerSimulator other = SellingPartnerSimulator.start(MutableClock.at(START))) {
      other.stock("MUG", 1);
      other.script(
          OrderScript.normal()
              .planningAfter(Duration.ZERO)
              .processingAfter(Duration.ZERO)
              .shippedAfter(Duration.ZERO));
      Caller.authorized(other).post(Caller.V2020, order2020("A", line2020("L1", "MUG", 1)));

      assertThat(other.order("A").orElseThrow().packages().get(0).trackingNumber())
          .isEqualTo(simulator.order("A").orElseThrow().packages().get(0).trackingNumber());
    }
  }

  private Caller.Answer create2020(String id, String... lines) {
    return caller.post(Caller.V2020, order2020(id, lines));
  }

  private Caller.Answer create2026(String id, String... lines) {
    return caller.post(Caller.V2026 + "/orders", order2026(id, lines));
  }

  private String status(String id) {
    return caller.order2020(id).text(STATUS);
  }

  /** Sets the clock to a time after the start; tokens live an hour only. */
  private void at(Duration time) {
    clock.set(START.plus(time));
    caller = Caller.authorized(simulator);
  }
}
