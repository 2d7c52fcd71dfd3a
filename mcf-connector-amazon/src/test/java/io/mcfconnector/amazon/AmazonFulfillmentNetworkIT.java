// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import static io.mcfconnector.amazon.FakeAmazon.error;
import static io.mcfconnector.amazon.Samples.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.AddressFingerprint;
import io.mcfconnector.model.CarrierCode;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.FulfillmentStatus;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.Shipment;
import io.mcfconnector.model.ShipmentPackage;
import io.mcfconnector.model.ShipmentPackage.Content;
import io.mcfconnector.model.TrackingNumber;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AmazonFulfillmentNetworkIT {

  private static final Instant SINCE = Instant.parse("2026-09-01T00:00:00Z");

  private final FakeAmazon amazon = new FakeAmazon();
  private final SellingPartnerClient client = amazon.client();

  @AfterEach
  void close() {
    client.close();
    amazon.close();
  }

  @Test
  void create_version2020_sendsTheOrderCompletely() {
    amazon.answers(200, "{}");

    network(OutboundVersion.V2020_07_01).create(Samples.order());

    assertThat(amazon.calls()).hasSize(1);
    assertThat(amazon.calls().get(0).getTarget())
        .isEqualTo("/fba/outbound/2020-07-01/fulfillmentOrders");
    assertThat(FakeAmazon.body(amazon.calls().get(0)))
        .isEqualTo(
            """
            {"marketplaceId":"ATVPDKIKX0DER","sellerFulfillmentOrderId":"TTS-576460752303423488",\
            "displayableOrderId":"576460752303423488","displayableOrderDate":"2026-09-01T14:03:22Z",\
            "displayableOrderComment":"Thank you for your order.","shippingSpeedCategory":"Standard",\
            "fulfillmentAction":"Ship","fulfillmentPolicy":"FillOrKill",\
            "destinationAddress":{"name":"Ada Example","addressLine1":"12 Sample Street",\
            "addressLine2":"Apt 4","city":"Springfield","stateOrRegion":"IL","postalCode":"62701",\
            "countryCode":"US","phone":"2175550100"},\
            "items":[{"sellerSku":"MUG-RED-01","sellerFulfillmentOrderItemId":"L1","quantity":2},\
            {"sellerSku":"TRAY-02","sellerFulfillmentOrderItemId":"L2","quantity":1}]}""");
  }

  @Test
  void create_version2026_sendsTheOrderCompletely() {
    amazon.answers(202, fixture("v20260704/accepted.json"));

    network(OutboundVersion.V2026_07_04).create(Samples.order());

    assertThat(amazon.calls()).hasSize(1);
    assertThat(amazon.calls().get(0).getTarget())
        .isEqualTo("/fulfillment/outbound/2026-07-04/orders");
    assertThat(FakeAmazon.body(amazon.calls().get(0)))
        .isEqualTo(
            """
            {"orderId":"TTS-576460752303423488","channel":"TIKTOK","origin":{"countryCode":"US"},\
            "fulfillmentConfiguration":{"serviceLevel":{"serviceTiers":["STANDARD"]},\
            "action":"SHIP","policy":"FILL_OR_KILL"},\
            "destination":{"deliveryAddress":{"name":"Ada Example",\
            "addressLine1":"12 Sample Street","addressLine2":"Apt 4","city":"Springfield",\
            "stateOrRegion":"IL","postalCode":"62701","countryCode":"US","phone":"2175550100"}},\
            "lineItems":[{"lineItemId":"L1",\
            "product":{"productIdentifier":{"amazonSku":"MUG-RED-01"}},\
            "amount":{"unit":"EACHES","value":"2"}},{"lineItemId":"L2",\
            "product":{"productIdentifier":{"amazonSku":"TRAY-02"}},\
            "amount":{"unit":"EACHES","value":"1"}}]}""");
  }

  @Test
  void create_version2026AnswersWithTheOrder_returns() {
    amazon.answers(200, fixture("v20260704/order.json"));

    network(OutboundVersion.V2026_07_04).withChannel("WALMART").create(Samples.order());

    assertThat(FakeAmazon.body(amazon.calls().get(0))).contains("\"channel\":\"WALMART\"");
  }

  @Test
  void create_idExists_isAlreadyDone() {
    String body =
        error(
            "InvalidInput",
            "A create request already exists for merchantFulfillmentOrderId TTS-1",
            "");
    amazon.answers(400, body);

    assertThatThrownBy(() -> network(OutboundVersion.V2020_07_01).create(Samples.order()))
        .isInstanceOfSatisfying(
            ApiException.class,
            problem -> assertThat(problem.kind()).isEqualTo(FailureKind.ALREADY_DONE));
  }

  @Test
  void find_version2020_givesSnapshotWithoutAddress() {
    amazon.answers(200, fixture("v20200701/order-planning.json"));

    FulfillmentSnapshot snapshot =
        network(OutboundVersion.V2020_07_01).find(Samples.ID).orElseThrow();

    assertThat(snapshot)
        .isEqualTo(
            new FulfillmentSnapshot(
                Samples.ID,
                FulfillmentStatus.IN_PROGRESS,
                "Planning",
                AddressFingerprint.ofRequired(Samples.address()),
                List.of(new FulfillmentSnapshot.Item("L1", Msku.of("MUG-RED-01"), 2, 0, 0)),
                List.of(
                    new Shipment(
                        "Dx7Kq2",
                        Shipment.Status.PENDING,
                        List.of(
                            new ShipmentPackage(
                                "1193046",
                                CarrierCode.of("Amazon Logistics"),
                                null,
                                TrackingNumber.of("AFTN1000200030004"),
                                PackageStatus.PENDING,
                                List.of(new Content("L1", 2))))))));
    assertThat(snapshot.toString()).doesNotContain("Ada", "Sample Street", "62701");
  }

  @Test
  void find_version2026_givesSnapshotWithoutAddress() {
    amazon.answers(200, fixture("v20260704/order.json"));

    FulfillmentSnapshot snapshot =
        network(OutboundVersion.V2026_07_04).find(Samples.ID).orElseThrow();

    assertThat(snapshot)
        .isEqualTo(
            new FulfillmentSnapshot(
                Samples.ID,
                FulfillmentStatus.IN_PROGRESS,
                "PROCESSING",
                AddressFingerprint.ofRequired(Samples.address()),
                List.of(
                    new FulfillmentSnapshot.Item("L1", Msku.of("MUG-RED-01"), 2, 0, 0),
                    new FulfillmentSnapshot.Item("L2", Msku.of("TRAY-02"), 1, 0, 0)),
                List.of(
                    new Shipment(
                        "Dx7Kq2",
                        Shipment.Status.SHIPPED,
                        List.of(
                            new ShipmentPackage(
                                "PKG-1",
                                CarrierCode.of("Amazon Logistics"),
                                TrackingNumber.of("TBA300000000001"),
                                TrackingNumber.of("AFTN1000200030004"),
                                PackageStatus.DELIVERED,
                                List.of(new Content("L1", 2))),
                            new ShipmentPackage(
                                "PKG-2",
                                CarrierCode.of("UPS"),
                                TrackingNumber.of("1Z0000000000000002"),
                                null,
                                PackageStatus.SHIPPED,
                                List.of(new Content("L2", 1))))))));
  }

  @ParameterizedTest
  @EnumSource(OutboundVersion.class)
  void find_amazonSaysNotFound_isEmpty(OutboundVersion version) {
    amazon
        .answers(404, error("NotFound", "Resource not found", ""))
        .answers(400, error("InvalidInput", "Requested order 'TTS-1' not found", ""));

    assertThat(network(version).find(Samples.ID)).isEmpty();
    assertThat(network(version).find(Samples.ID)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(OutboundVersion.class)
  void find_notFoundOfAnythingElse_throws(OutboundVersion version) {
    amazon.answers(404, "<html>no such page</html>");

    ApiException problem =
        catchThrowableOfType(ApiException.class, () -> network(version).find(Samples.ID));

    assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
  }

  @ParameterizedTest
  @EnumSource(OutboundVersion.class)
  void find_answerIsAboutAnotherOrder_throws(OutboundVersion version) {
    boolean old = version == OutboundVersion.V2020_07_01;
    amazon.answers(
        200, fixture(old ? "v20200701/order-two-packages.json" : "v20260704/order.json"));

    ApiException problem =
        catchThrowableOfType(
            ApiException.class, () -> network(version).find(FulfillmentOrderId.of("TTS-9")));

    assertThat(problem.kind()).isEqualTo(FailureKind.UNREADABLE);
    assertThat(problem.jsonPath()).hasValueSatisfying(path -> assertThat(path).endsWith("rderId"));
  }

  @Test
  void findWithDelivery_version2020_asksForEachShippedParcel() {
    amazon
        .answers(200, fixture("v20200701/order-two-packages.json"))
        .answers(200, "{\"payload\":{\"packageNumber\":11,\"currentStatus\":\"UNDELIVERABLE\"}}")
        .answers(200, "{\"payload\":{\"packageNumber\":12,\"currentStatus\":\"TELEPORTED\"}}");

    FulfillmentSnapshot snapshot =
        network(OutboundVersion.V2020_07_01)
            .findWithDelivery(FulfillmentOrderId.of("TTS-576460752303423489"))
            .orElseThrow();

    assertThat(snapshot.shipments().get(0).packages())
        .extracting(ShipmentPackage::status)
        .containsExactly(PackageStatus.UNDELIVERABLE, PackageStatus.SHIPPED);
    assertThat(amazon.calls())
        .extracting(call -> call.getUrl().queryParameter("packageNumber"))
        .containsExactly(null, "11", "12");
  }

  @Test
  void findChanged_version2020_readsPagesWhenTheyAreNeeded() {
    amazon
        .answers(200, fixture("v20200701/orders-page1.json"))
        .answers(200, fixture("v20200701/orders-page2.json"));

    Iterator<FulfillmentSnapshot.Change> changes =
        network(OutboundVersion.V2020_07_01).findChanged(SINCE).iterator();

    assertThat(amazon.calls()).isEmpty();
    // Not planned yet, so there is nothing to read.
    assertThat(changes.next())
        .isEqualTo(
            new FulfillmentSnapshot.Change(
                FulfillmentOrderId.of("TTS-1"),
                Instant.parse("2026-09-01T14:06:10Z"),
                null,
                FulfillmentSnapshot.Change.Phase.WAITING));
    assertThat(amazon.calls()).hasSize(1);
    assertThat(changes.next().id()).isEqualTo(FulfillmentOrderId.of("TTS-2"));
    assertThat(changes.hasNext()).isFalse();
    assertThat(query(1, "nextToken")).isEqualTo("page+2/==");
    assertThat(query(1, "queryStartDate")).isEqualTo("2026-09-01T00:00:00Z");
  }

  @Test
  void findChanged_version2026_givesSnapshotsOfAllPages() {
    amazon
        .answers(200, fixture("v20260704/orders-page1.json"))
        .answers(200, fixture("v20260704/orders-page2.json"));

    List<FulfillmentSnapshot.Change> changes =
        network(OutboundVersion.V2026_07_04).findChanged(SINCE).toList();

    assertThat(changes)
        .extracting(change -> change.id().value())
        .containsExactly("TTS-576460752303423488", "TTS-2");
    assertThat(changes.get(0).snapshot()).isNotNull();
    assertThat(changes.get(1).snapshot())
        .isEqualTo(
            new FulfillmentSnapshot(
                FulfillmentOrderId.of("TTS-2"),
                FulfillmentStatus.UNKNOWN,
                "",
                null,
                List.of(new FulfillmentSnapshot.Item("L1", Msku.of("MUG-RED-01"), 1, 0, 0)),
                List.of()));
    assertThat(query(0, "updatedAfter")).isEqualTo("2026-09-01T00:00:00Z");
    assertThat(query(1, "pageToken")).isEqualTo("next+page/==");
    assertThat(query(1, "updatedAfter")).isEqualTo("2026-09-01T00:00:00Z");
  }

  @Test
  void findChanged_sameTokenTwice_throwsInsteadOfTurningForEver() {
    for (int i = 0; i < 5; i++) {
      amazon.answers(200, fixture("v20260704/orders-page1.json"));
    }

    assertThatThrownBy(() -> network(OutboundVersion.V2026_07_04).findChanged(SINCE).toList())
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("same page token twice");
    assertThat(amazon.calls()).hasSize(2);
  }

  @Test
  void findChanged_brokenOrderOnThePage_hidesNoOther() {
    amazon.answers(
        200,
        """
        {"orders":[
          {"orderId":"TTS-1","status":"PROCESSING"},
          {"orderId":"OTHER TOOL"},
          {"orderId":"TTS-2","receiveTime":"2026-09-01T14:05:00Z","lineItems":[
            {"lineItemId":"L1","product":{"productIdentifier":{"amazonSku":"MUG"}},
             "amount":{"unit":"EACHES","value":"many"}}]},
          {"orderId":"TTS-3","receiveTime":"2026-09-01T14:05:00Z","lineItems":[
            {"lineItemId":"L1","product":{"productIdentifier":{"amazonSku":"MUG"}},
             "amount":{"unit":"EACHES","value":"2"}}]}]}
        """);

    List<FulfillmentSnapshot.Change> changes =
        network(OutboundVersion.V2026_07_04).findChanged(SINCE).toList();

    assertThat(changes)
        .extracting(change -> change.id().value())
        .containsExactly("TTS-1", "TTS-2", "TTS-3");
    assertThat(changes.get(1).snapshot()).isNull();
    assertThat(changes.get(2).snapshot()).isNotNull();
  }

  @Test
  void findChanged_emptyPageWithToken_goesOn() {
    amazon
        .answers(200, "{\"orders\":[],\"pagination\":{\"nextToken\":\"more\"}}")
        .answers(200, fixture("v20260704/orders-page2.json"));

    assertThat(network(OutboundVersion.V2026_07_04).findChanged(SINCE)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(OutboundVersion.class)
  void cancel_accepted_returns(OutboundVersion version) {
    amazon.answers(version == OutboundVersion.V2020_07_01 ? 200 : 202, "{}");

    network(version).cancel(Samples.ID);

    assertThat(amazon.calls().get(0).getMethod()).isEqualTo("PUT");
    assertThat(amazon.calls().get(0).getTarget()).endsWith("/TTS-576460752303423488/cancel");
  }

  @ParameterizedTest
  @EnumSource(OutboundVersion.class)
  void cancel_tooLate_isStateConflict(OutboundVersion version) {
    amazon.answers(400, error("InvalidInput", "The order cannot be cancelled any more", ""));

    ApiException problem =
        catchThrowableOfType(ApiException.class, () -> network(version).cancel(Samples.ID));

    assertThat(problem.kind()).isEqualTo(FailureKind.STATE_CONFLICT);
  }

  @Test
  void fulfillableUnits_followsPagesAndCountsEachSummaryOnce() {
    amazon
        .answers(200, fixture("inventory/summaries.json"))
        .answers(200, fixture("inventory/summaries-page2.json"));

    Map<Msku, Integer> units =
        network(OutboundVersion.V2026_07_04)
            .fulfillableUnits(
                List.of(Msku.of("MUG-RED-01"), Msku.of("TRAY-02"), Msku.of("GONE-1")));

    // The tray has no details and the last SKU is unknown: both are absent, not 0.
    assertThat(units).isEqualTo(Map.of(Msku.of("MUG-RED-01"), 43));
    assertThat(query(0, "details")).isEqualTo("true");
    assertThat(query(0, "sellerSkus")).isEqualTo("MUG-RED-01,TRAY-02,GONE-1");
    assertThat(query(1, "nextToken")).isEqualTo("EXAMPLE+TOKEN/==");
    assertThat(amazon.calls().get(1).getTarget()).contains("nextToken=EXAMPLE%2BTOKEN%2F%3D%3D");
  }

  @Test
  void fulfillableUnits_manySkus_asksFor50AtATime() {
    for (int i = 0; i < 3; i++) {
      amazon.answers(200, "{\"payload\":{\"inventorySummaries\":[]}}");
    }
    List<Msku> mskus = IntStream.range(0, 120).mapToObj(i -> Msku.of("SKU &+\"é" + i)).toList();

    assertThat(network(OutboundVersion.V2026_07_04).fulfillableUnits(mskus)).isEmpty();

    assertThat(amazon.calls()).hasSize(3);
    assertThat(query(0, "sellerSkus").split(",")).hasSize(50).contains("SKU &+\"é0");
    assertThat(query(2, "sellerSkus").split(",")).hasSize(20).contains("SKU &+\"é119");
    // One call at once, then two a second.
    assertThat(amazon.time.pauses()).isNotEmpty();
  }

  @Test
  void fulfillableUnits_skuWithComma_isAskedForAlone() {
    amazon
        .answers(200, fixture("inventory/summaries-page2.json"))
        .answers(200, "{\"payload\":{\"inventorySummaries\":[]}}");

    Map<Msku, Integer> units =
        network(OutboundVersion.V2026_07_04)
            .fulfillableUnits(List.of(Msku.of("LAMP,BLUE"), Msku.of("TRAY-02")));

    assertThat(units).isEqualTo(Map.of(Msku.of("LAMP,BLUE"), 3));
    assertThat(query(0, "sellerSku")).isEqualTo("LAMP,BLUE");
    assertThat(query(1, "sellerSkus")).isEqualTo("TRAY-02");
  }

  @Test
  void fulfillableUnits_errorWithHttp200_throws() {
    amazon.answers(200, error("InvalidInput", "This is an invalid input", ""));

    ApiException problem =
        catchThrowableOfType(
            ApiException.class,
            () ->
                network(OutboundVersion.V2026_07_04).fulfillableUnits(List.of(Msku.of("TRAY-02"))));

    assertThat(problem.kind()).isEqualTo(FailureKind.CALLER_FAULT);
    assertThat(problem.platformCode()).contains("InvalidInput");
  }

  @Test
  void fulfillableUnits_nothingAsked_callsNobody() {
    assertThat(network(OutboundVersion.V2026_07_04).fulfillableUnits(List.of())).isEmpty();
    assertThat(amazon.calls()).isEmpty();
  }

  @Test
  void of_client_takesItsVersionAndAccount() {
    AmazonFulfillmentNetwork network = AmazonFulfillmentNetwork.of(client);

    assertThat(network.account().value()).isEqualTo("amazon/A3EXAMPLE");
    assertThat(network).hasToString("AmazonFulfillmentNetwork[amazon/A3EXAMPLE, 2026-07-04]");
    assertThatThrownBy(() -> network.withChannel(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private AmazonFulfillmentNetwork network(OutboundVersion version) {
    return AmazonFulfillmentNetwork.of(client, version);
  }

  private String query(int call, String name) {
    HttpUrl url = amazon.calls().get(call).getUrl();
    String value = url.queryParameter(name);
    return value == null ? "" : value;
  }
}
