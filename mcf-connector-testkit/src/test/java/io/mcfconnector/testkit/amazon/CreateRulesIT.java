// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static io.mcfconnector.testkit.amazon.Bodies.line2020;
import static io.mcfconnector.testkit.amazon.Bodies.line2026;
import static io.mcfconnector.testkit.amazon.Bodies.order2020;
import static io.mcfconnector.testkit.amazon.Bodies.order2026;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.MutableClock;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateRulesIT {

  private static final String ORDERS_2026 = Caller.V2026 + "/orders";

  private final MutableClock clock = MutableClock.at(Instant.parse("2026-09-01T14:00:00Z"));
  private final SellingPartnerSimulator simulator =
      SellingPartnerSimulator.builder(clock).withoutQuota().start();
  private final Caller caller = Caller.authorized(simulator);

  @BeforeEach
  void stock() {
    simulator.stock("MUG", 1000);
    simulator.stock("CUP", 0);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void create_fixtureOfEachVersion_isAccepted() {
    Caller.Answer v2020 = caller.post(Caller.V2020, order2020("A", line2020("L1", "MUG", 2)));
    Caller.Answer v2026 = caller.post(ORDERS_2026, order2026("B", line2026("L1", "MUG", "2.0")));

    assertThat(v2020.status()).isEqualTo(200);
    assertThat(v2020.body()).isEqualTo("{}");
    assertThat(v2026.status()).isEqualTo(202);
    assertThat(v2026.text("orderId")).isEqualTo("B");
    assertThat(v2026.text("status")).isEqualTo("PROCESSING");
    assertThat(simulator.orders())
        .extracting(FulfillmentOrderSnapshot::version)
        .containsExactly("2020-07-01", "2026-07-04");
    assertThat(simulator.orders().get(1).units()).isEqualTo(2);
  }

  /** Each row spoils one thing of a good body: what to replace, by what, and what comes back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"marketplaceId\":\"ATVPDKIKX0DER\",` | `` | Value  for parameter SellerId is invalid.",
        "ATVPDKIKX0DER | NOWHERE | Value NOWHERE for parameter MarketplaceId is invalid.",
        "ATVPDKIKX0DER | A2EUQ1WTGCTBG2 | Value A2EUQ1WTGCTBG2 for parameter MarketplaceId",
        "`\"sellerFulfillmentOrderId\":\"A\",` | `` | parameter SellerFulfillmentOrderId is invalid",
        "`\"A\"` | `\"A B\"` | Value A B for parameter SellerFulfillmentOrderId is invalid.",
        "`\"A\"` | `\"A+B\"` | Value A+B for parameter SellerFulfillmentOrderId is invalid.",
        "`\"A\"` | `\"A1234567890123456789012345678901234567890\"` | SellerFulfillmentOrderId",
        "576460752303423488 | `5  6` | Value 5  6 for parameter DisplayableOrderId is invalid.",
        "576460752303423488 | `\u4e2d` | for parameter DisplayableOrderId is invalid.",
        "2026-09-01T14:03:22Z | 2026-09-01 14:03:22 | Invalid Input",
        "Thank you. | `` | Value  for parameter DisplayableOrderComment is invalid.",
        "`\"Standard\"` | `\"Slow\"` | Value Slow for parameter ShippingSpeedCategory is invalid.",
        "`\"Standard\"` | `\"ScheduledDelivery\"` | parameter ShippingSpeedCategory is invalid.",
        "`\"Ship\"` | `\"Sail\"` | Value Sail for parameter FulfillmentAction is invalid.",
        "FillOrKill | FillSome | Value FillSome for parameter FulfillmentPolicy is invalid.",
        "`\"name\":\"Ada Example\",` | `` | Value  for parameter DestinationAddress.Name is invalid.",
        "`\"city\":\"Springfield\",` | `` | Value  for parameter DestinationAddress.City is invalid.",
        "`\"IL\"` | `\"Illinois\"` | Value Illinois for parameter DestinationAddress.StateOrRegion",
        "`\"countryCode\":\"US\"` | `\"countryCode\":\"GB\"` | Value GB for parameter DestinationAddress.CountryCode",
        "`\"62701\"` | 62701 | Invalid Input",
        "`\"quantity\":2` | `\"quantity\":\"2\"` | Invalid Input",
        "`\"quantity\":2` | `\"quantity\":1.5` | Invalid Input",
        "`\"quantity\":2` | `\"quantity\":0` | Value 0.0 for parameter Items.Quantity is invalid.",
        "`\"quantity\":2` | `\"quantity\":251` | Value  for parameter Items is invalid.",
        "`,\"quantity\":2` | `` | Value  for parameter Items.Quantity is invalid.",
        "`\"MUG\"` | `\"JAR\"` | the SellerSKU for Item Id: L1 is invalid.",
        "`\"MUG\"` | `\"CUP\"` | No inventory available for Items.SellerFulfillmentOrderItemId: L1.",
        "`\"items\":[` | `\"items\":[7,` | Invalid Input",
        "`\"items\":[` | `\"items\":[],\"other\":[` | Value  for parameter Items is invalid.",
        "`\"items\":` | `\"featureConstraints\":[{\"featureName\":\"CHANNEL.TIKTOK\"}],\"items\":` | Valid feature names",
        "`\"items\":` | `\"featureConstraints\":7,\"items\":` | Invalid Input",
        "`\"destinationAddress\":{` | `\"other\":{` | Value  for parameter DestinationAddress is",
        "`{\"marketplaceId` | `\"marketplaceId` | Invalid Input",
      })
  void createFulfillmentOrder_spoiledBody_isRefused(String part, String other, String message) {
    String good = order2020("A", line2020("L1", "MUG", 2));
    assertThat(good).contains(part);

    Caller.Answer answer =
        caller.post(Caller.V2020, good.replace(part, other == null ? "" : other));

    assertThat(answer.error()).startsWith("400 InvalidInput: ").contains(message);
    assertThat(answer.headers())
        .containsEntry("x-amzn-ratelimit-limit", "2.0")
        .containsEntry("x-amzn-errortype", "ValidationException");
    assertThat(simulator.orders()).isEmpty();
    assertThat(simulator.stock("MUG")).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"A\"` | `\"A#B\"` | Value A#B for parameter OrderId is invalid.",
        "`\"origin\":{\"countryCode\":\"US\"}` | `\"origin\":{\"countryCode\":\"CA\"}` | Origin.CountryCode",
        "STANDARD | SLOW | parameter FulfillmentConfiguration.ServiceLevel.ServiceTiers is invalid",
        "STANDARD | PRIORITY | parameter FulfillmentConfiguration.ServiceLevel.ServiceTiers",
        "STANDARD | SCHEDULED | parameter FulfillmentConfiguration.ServiceLevel.ServiceTiers",
        "`\"SHIP\"` | `\"Ship\"` | Value Ship for parameter FulfillmentConfiguration.Action is",
        "FILL_OR_KILL | FillOrKill | Value FillOrKill for parameter FulfillmentConfiguration.Policy",
        "deliveryAddress | address | parameter Destination.DeliveryAddress is invalid.",
        "`\"lineItemId\":\"L1\",` | `` | Value  for parameter LineItems.LineItemId is invalid.",
        "EACHES | KILOGRAMS | Value KILOGRAMS for parameter LineItems.Amount.Unit is invalid.",
        "`\"value\":\"2\"` | `\"value\":2` | Invalid Input",
        "`\"value\":\"2\"` | `\"value\":\"two\"` | Invalid Input",
        "`\"value\":\"2\"` | `\"value\":\"0\"` | Value 0 for parameter LineItems.Amount.Value",
        "`\"value\":\"2\"` | `\"value\":\"1.5\"` | Value 1.5 for parameter LineItems.Amount.Value",
        "`\"MUG\"` | `\"JAR\"` | the SellerSKU for Item Id: L1 is invalid.",
        "`\"MUG\"` | `\"CUP\"` | No inventory available for Items.SellerFulfillmentOrderItemId: L1.",
        "`\"serviceTiers\":[\"STANDARD\"]` | `\"serviceTiers\":[7]` | Invalid Input",
        "`\"channel\":\"TIKTOK\"` | `\"channel\":7` | Invalid Input",
      })
  void createOrder_spoiledBody_isRefused(String part, String other, String message) {
    String good = order2026("A", line2026("L1", "MUG", "2"));
    assertThat(good).contains(part);

    Caller.Answer answer = caller.post(ORDERS_2026, good.replace(part, other == null ? "" : other));

    assertThat(answer.error()).startsWith("400 InvalidInput: ").contains(message);
    assertThat(simulator.orders()).isEmpty();
  }

  @Test
  void create_marketplaceOfAnotherRegion_isDenied() {
    String body =
        order2020("A", line2020("L1", "MUG", 2)).replace("ATVPDKIKX0DER", "A1VC38T7YXB528");

    Caller.Answer answer = caller.post(Caller.V2020, body);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("errors.0.details"))
        .isEqualTo("The marketplaces you provided are not valid for region.");
  }

  @Test
  void create_tooManyLinesOrUnitsOrTooLongTexts_isRefused() {
    String lines =
        IntStream.rangeClosed(1, 101)
            .mapToObj(i -> line2020("L" + i, "MUG", 1))
            .collect(Collectors.joining(","));
    assertThat(caller.post(Caller.V2020, order2020("A", lines)).error()).contains("Items is");
    String twice = line2020("L1", "MUG", 1) + "," + line2020("L1", "MUG", 1);
    assertThat(caller.post(Caller.V2020, order2020("A", twice)).error()).contains("Items is");
    String sku = line2020("L1", "M".repeat(51), 1);
    assertThat(caller.post(Caller.V2020, order2020("A", sku)).error()).contains("Items.SellerSku");
    String comment =
        order2020("A", line2020("L1", "MUG", 1)).replace("Thank you.", "x".repeat(751));
    assertThat(caller.post(Caller.V2020, comment).error()).contains("DisplayableOrderComment");
    String name = order2020("A", line2020("L1", "MUG", 1)).replace("Ada Example", "x".repeat(51));
    assertThat(caller.post(Caller.V2020, name).error()).contains("DestinationAddress.Name");
    assertThat(simulator.orders()).isEmpty();
  }

  @Test
  void create_sameIdAgainOnEitherVersion_isRefusedAndCounted() {
    caller.post(Caller.V2020, order2020("A", line2020("L1", "MUG", 2)));

    Caller.Answer again = caller.post(Caller.V2020, order2020("A", line2020("L1", "MUG", 2)));
    Caller.Answer other = caller.post(ORDERS_2026, order2026("A", line2026("L1", "MUG", "2")));

    assertThat(again.error())
        .isEqualTo(
            "400 InvalidInput: A create request already exists for merchantFulfillmentOrderId A");
    assertThat(other.error()).isEqualTo(again.error());
    assertThat(simulator.duplicateCreates()).containsExactly("A", "A");
    assertThat(simulator.orders()).hasSize(1);
    assertThat(simulator.order("A").orElseThrow().createAttempts()).isEqualTo(3);
    assertThat(simulator.stock("MUG")).isEqualTo(998);
  }

  @Test
  void createOrder_atOnce_returnsTheOrder() {
    try (SellingPartnerSimulator direct =
        SellingPartnerSimulator.builder(clock).createsAtOnce().start()) {
      direct.stock("MUG", 5);
      Caller.Answer answer =
          Caller.authorized(direct).post(ORDERS_2026, order2026("A", line2026("L1", "MUG", "2")));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("order.orderId")).isEqualTo("A");
      assertThat(answer.text("order.lineItems.0.amount.value")).isEqualTo("2.0");
    }
  }

  @Test
  void createFulfillmentOrder_featureOutsideTheUnitedStates_isRefused() {
    try (SellingPartnerSimulator german =
        SellingPartnerSimulator.builder(clock).marketplaceId("A1PA6795UKMFR9").start()) {
      german.stock("MUG", 5);
      String body =
          order2020("A", line2020("L1", "MUG", 2))
              .replace("ATVPDKIKX0DER", german.marketplaceId())
              .replace("\"US\"", "\"DE\"")
              .replace(
                  "\"items\"",
                  "\"featureConstraints\":[{\"featureName\":\"BLOCK_AMZL\"}],\"items\"");

      assertThat(Caller.authorized(german).post(Caller.V2020, body).error())
          .isEqualTo("400 InvalidInput: Region does not support feature: BLOCK_AMZL");
      assertThat(german.awsRegion()).isEqualTo("eu-west-1");
    }
  }

  @Test
  void createFulfillmentOrder_scheduledDeliveryInJapan_isAccepted() {
    try (SellingPartnerSimulator japanese =
        SellingPartnerSimulator.builder(clock).marketplaceId("A1VC38T7YXB528").start()) {
      japanese.stock("MUG", 5);
      String body =
          order2020("A", line2020("L1", "MUG", 2))
              .replace("ATVPDKIKX0DER", japanese.marketplaceId())
              .replace("\"city\":\"Springfield\",", "")
              .replace("\"US\"", "\"JP\"")
              .replace("\"Standard\"", "\"ScheduledDelivery\"");

      assertThat(Caller.authorized(japanese).post(Caller.V2020, body).status()).isEqualTo(200);
      assertThat(japanese.awsRegion()).isEqualTo("us-west-2");
    }
  }
}
