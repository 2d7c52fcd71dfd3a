// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static io.mcfconnector.testkit.amazon.Bodies.ADDRESS;
import static io.mcfconnector.testkit.amazon.Bodies.line2020;
import static io.mcfconnector.testkit.amazon.Bodies.line2026;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.MutableClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewIT {

  private static final String FIRST = "payload.fulfillmentPreviews.0.";

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-09-01T14:00:00Z"));
  private final SellingPartnerSimulator simulator = SellingPartnerSimulator.start(clock);
  private final Caller caller = Caller.authorized(simulator);

  @BeforeEach
  void stock() {
    simulator.stock("MUG", 5);
    simulator.stock("CUP", 1);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void preview_enoughStock_isFulfillableAtEverySpeedAndReservesNothing() {
    Caller.Answer answer = preview2020("", line2020("L1", "MUG", 5));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.list("payload.fulfillmentPreviews")).hasSize(3);
    assertThat(answer.at(FIRST + "isFulfillable")).isEqualTo(true);
    assertThat(
            answer.number(
                FIRST + "fulfillmentPreviewShipments.0.fulfillmentPreviewItems.0.quantity"))
        .isEqualTo(5);
    assertThat(answer.at(FIRST + "estimatedFees.0.amount.value")).isInstanceOf(String.class);
    assertThat(simulator.stock("MUG")).isEqualTo(5);
  }

  @Test
  void preview_tooLittleStock_namesTheItems() {
    Caller.Answer answer =
        preview2020(
            "\"shippingSpeedCategories\":[\"Expedited\"],",
            line2020("L1", "MUG", 1) + "," + line2020("L2", "CUP", 2));

    assertThat(answer.list("payload.fulfillmentPreviews")).hasSize(1);
    assertThat(answer.at(FIRST + "isFulfillable")).isEqualTo(false);
    assertThat(answer.list(FIRST + "unfulfillablePreviewItems")).hasSize(1);
    assertThat(answer.text(FIRST + "unfulfillablePreviewItems.0.sellerSku")).isEqualTo("CUP");
  }

  @Test
  void preview_againstTheRules_isRefused() {
    assertThat(preview2020("", line2020("L1", "JAR", 1)).error())
        .contains("the SellerSKU for Item Id: L1 is invalid.");
    assertThat(
            preview2020("\"shippingSpeedCategories\":[\"Slow\"],", line2020("L1", "MUG", 1))
                .status())
        .isEqualTo(400);
    assertThat(preview2020("", "").status()).isEqualTo(400);
    assertThat(preview2026("", "").status()).isEqualTo(400);
    assertThat(preview2026("", line2026("L1", "JAR", "1")).error()).contains("AmazonSku");
    assertThat(preview2026("\"excludeEstimatedFees\":\"no\",", line2026("L1", "MUG", "1")).error())
        .isEqualTo("400 InvalidInput: Invalid Input");
  }

  @Test
  void orderPreview_enoughStock_plansAShipmentWithAnOffer() {
    Caller.Answer answer = preview2026("", line2026("L1", "MUG", "2"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("plannedShipments.0.items.0.amount.value")).isEqualTo("2.0");
    String offer = "plannedShipments.0.offers.0.";
    assertThat(answer.text(offer + "fulfillmentConfiguration.serviceLevel.serviceTier"))
        .isEqualTo("STANDARD");
    assertThat(answer.at(offer + "estimatedPrice.totalPrice.amount")).isInstanceOf(String.class);
    assertThat(answer.list("constraints")).isEmpty();
    assertThat(
            preview2026("\"excludeEstimatedFees\":true,", line2026("L1", "MUG", "2"))
                .at(offer + "estimatedPrice"))
        .isNull();
  }

  @Test
  void orderPreview_tooLittleStock_returnsAConstraint() {
    Caller.Answer answer =
        preview2026(
            "\"fulfillmentConfiguration\":{\"serviceLevel\":{\"serviceTiers\":[\"EXPEDITED\"]}},",
            line2026("L1", "CUP", "2"));

    assertThat(answer.list("plannedShipments")).isEmpty();
    assertThat(answer.text("constraints.0.code")).isEqualTo("ItemQuantityNotAvailable");
    assertThat(answer.text("constraints.0.details.0.value")).isEqualTo("CUP");
  }

  private Caller.Answer preview2020(String extra, String lines) {
    return caller.post(
        Caller.V2020 + "/preview",
        "{\"marketplaceId\":\"ATVPDKIKX0DER\",%s\"address\":%s,\"items\":[%s]}"
            .formatted(extra, ADDRESS, lines));
  }

  private Caller.Answer preview2026(String extra, String lines) {
    return caller.post(
        Caller.V2026 + "/previews",
        "{%s\"destination\":{\"deliveryAddress\":%s},\"lineItems\":[%s]}"
            .formatted(extra, ADDRESS, lines));
  }
}
