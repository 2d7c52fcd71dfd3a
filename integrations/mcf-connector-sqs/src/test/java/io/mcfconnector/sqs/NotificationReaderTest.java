// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.sqs;

import static io.mcfconnector.sqs.Notifications.MARKETPLACE;
import static io.mcfconnector.sqs.Notifications.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.testkit.MutableClock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotificationReaderTest {

  private static final Instant NOW = Instant.parse("2026-09-03T02:20:00Z");
  private static final FulfillmentOrderId ORDER = FulfillmentOrderId.of("TTS-1");

  private final NotificationReader reader = new NotificationReader(Set.of(), MutableClock.at(NOW));

  private Notice told(String body) {
    assertThat(reader.read(body)).isInstanceOf(Reading.Told.class);
    Reading.Told told = (Reading.Told) reader.read(body);
    assertThat(told.seller()).isEqualTo(SELLER);
    return told.notice();
  }

  @Test
  void read_orderStatus_tellsOfTheFulfillmentOrder() {
    assertThat(told(Notifications.order("n-1", "TTS-1")))
        .isEqualTo(
            new Notice.FulfillmentOrderChanged(
                "n-1", ORDER, Instant.parse("2026-09-03T02:12:40Z")));
  }

  @Test
  void read_availability_tellsOfTheSku() {
    assertThat(told(Notifications.stock("n-2", "MUG-RED-01")))
        .isEqualTo(
            new Notice.StockChanged(
                "n-2", Msku.of("MUG-RED-01"), Instant.parse("2026-09-03T02:15:00Z")));
  }

  @Test
  void read_lowerCamelCaseAndUnknownFields_areUnderstood() {
    String body =
        """
        {"notificationVersion":"2.0","futureField":[{"a":null}],
         "notificationType":"FULFILLMENT_ORDER_STATUS",
         "payload":{"fulfillmentOrderStatusNotification":{"sellerId":"A3EXAMPLESELLER",
          "statusUpdatedDateTime":"2026-09-03T04:12:40+02:00","sellerFulfillmentOrderId":"TTS-1",
          "fulfillmentOrderStatus":"SOMETHING_NEW"}},
         "notificationMetadata":{"notificationId":"n-3"}}
        """;

    assertThat(told(body))
        .isEqualTo(
            new Notice.FulfillmentOrderChanged(
                "n-3", ORDER, Instant.parse("2026-09-03T02:12:40Z")));
  }

  @Test
  void read_idWithBlanks_isStripped() {
    assertThat(told(Notifications.order(" n-1 ", "TTS-1")).id()).isEqualTo("n-1");
  }

  @Test
  void read_noUsableId_takesOneFromTheText() {
    String none = Notifications.order("", "TTS-1");
    String tooLong = Notifications.order("x".repeat(201), "TTS-1");
    String broken = Notifications.order("a\\u0000b", "TTS-1");

    for (String body : new String[] {none, tooLong, broken}) {
      assertThat(told(body).id()).matches("[0-9a-f]{64}").isEqualTo(told(body).id());
    }
    assertThat(told(none).id()).isNotEqualTo(told(Notifications.order("", "TTS-2")).id());
  }

  @Test
  void read_timeThatCannotBe_takesTheClock() {
    String order = Notifications.order("n-1", "TTS-1");
    for (String time :
        new String[] {"yesterday", "+999999999-12-31T00:00:00Z", "1970-01-01T00:00:00Z"}) {
      assertThat(told(order.replace("2026-09-03T02:12:40Z", time)).at()).isEqualTo(NOW);
    }
  }

  @Test
  void read_ofAnotherToolsOrder_isNothing() {
    assertThat(reader.read(Notifications.order("n-1", "order #7 of the till")))
        .isEqualTo(new Reading.Nothing(SELLER));
  }

  @Test
  void read_stockOfOtherMarketplaces_isNothing() {
    NotificationReader german =
        new NotificationReader(Set.of("A1PA6795UKMFR9"), MutableClock.at(NOW));
    String body = Notifications.stock("n-2", "MUG");

    assertThat(german.read(body)).isEqualTo(new Reading.Nothing(SELLER));
    assertThat(german.read(body.replace(MARKETPLACE, "A1PA6795UKMFR9")))
        .isInstanceOf(Reading.Told.class);
    assertThat(german.read(body.replace("MarketplaceId", "Place")))
        .isInstanceOf(Reading.Told.class);
    assertThat(german.read(Notifications.order("n-1", "TTS-1"))).isInstanceOf(Reading.Told.class);
  }

  @Test
  void read_whatIsNoNotification_isRefusedWithTheReason() {
    String order = Notifications.order("n-1", "TTS-1");

    refused("", SetAsideReason.NOT_JSON);
    refused("null", SetAsideReason.NOT_JSON);
    refused("[1]", SetAsideReason.NOT_JSON);
    refused(order.substring(0, 300), SetAsideReason.NOT_JSON);
    refused(order + order, SetAsideReason.NOT_JSON);
    refused("[".repeat(100_000), SetAsideReason.NOT_JSON);
    refused(" ".repeat(256 * 1024) + "{}", SetAsideReason.TOO_LARGE);
    refused("{}", SetAsideReason.INCOMPLETE);
    refused(order.replace("SellerId", "Id"), SetAsideReason.INCOMPLETE);
    refused(order.replace("\"TTS-1\"", "7"), SetAsideReason.INCOMPLETE);
    refused(order.replace("\"Payload\"", "\"Load\""), SetAsideReason.INCOMPLETE);
    refused(
        order.replace("FulfillmentOrderStatusNotification", "Other"), SetAsideReason.INCOMPLETE);
    refused(Notifications.stock("n-2", "S".repeat(51)), SetAsideReason.INCOMPLETE);
    refused(Notifications.stock("n-2", "a\\u0000"), SetAsideReason.INCOMPLETE);
    refused(order.replace("FULFILLMENT_ORDER_STATUS", "ORDER_CHANGE"), SetAsideReason.UNKNOWN_TYPE);
  }

  @Test
  void read_wrappedBySnsOrEventBridge_isRefusedWithTheReason() {
    refused(
        "{\"Type\":\"Notification\",\"MessageId\":\"1\",\"Message\":\"{}\"}",
        SetAsideReason.WRAPPED);
    refused(
        "{\"version\":\"0\",\"detail-type\":\"FULFILLMENT_ORDER_STATUS\",\"detail\":{\"a\":1}}",
        SetAsideReason.WRAPPED);
  }

  private void refused(String body, SetAsideReason reason) {
    assertThat(reader.read(body)).isEqualTo(new Reading.Refused(reason));
  }
}
