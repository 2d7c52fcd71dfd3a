// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.testkit.MutableClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Destinations and subscriptions, as strict as the model. */
class NotificationsIT {

  private static final String BASE = "/notifications/v1";
  private static final String STATUS = BASE + "/subscriptions/FULFILLMENT_ORDER_STATUS";
  private static final String QUEUE =
      "{\"name\":\"%s\",\"resourceSpecification\":{\"sqs\":{\"arn\":\"%s\"}}}";
  private static final String ARN = "arn:aws:sqs:us-east-1:123456789012:orders";

  private final SellingPartnerSimulator simulator =
      SellingPartnerSimulator.builder(MutableClock.at(Instant.parse("2026-09-01T14:00:00Z")))
          .withoutQuota()
          .start();
  private final Caller seller = Caller.authorized(simulator);
  private final Caller application = Caller.grantless(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void token_ofTheOtherKind_isDenied() {
    assertThat(seller.get(BASE + "/destinations").status()).isEqualTo(403);
    assertThat(application.get(STATUS).status()).isEqualTo(403);
    assertThat(application.get(BASE + "/destinations").status()).isEqualTo(200);
    assertThat(seller.get(STATUS).status()).isEqualTo(404);
  }

  @Test
  void destination_brokenOrRepeated_isRefused() {
    assertThat(create("{}").status()).isEqualTo(400);
    assertThat(create(QUEUE.formatted("a", "arn:aws:sns:x")).status()).isEqualTo(400);
    assertThat(create("{\"name\":\"a\",\"resourceSpecification\":{}}").status()).isEqualTo(400);
    assertThat(create(QUEUE.formatted("a", ARN)).status()).isEqualTo(200);
    assertThat(create(QUEUE.formatted("a", ARN)).status()).isEqualTo(409);
    assertThat(application.get(BASE + "/destinations/none").status()).isEqualTo(404);
  }

  @Test
  void subscription_liveCycle_isKept() {
    String destination = create(QUEUE.formatted("a", ARN)).text("payload.destinationId");
    String body = "{\"payloadVersion\":\"1.0\",\"destinationId\":\"" + destination + "\"}";

    assertThat(seller.post(STATUS, "{\"payloadVersion\":\"1.0\"}").status()).isEqualTo(400);
    assertThat(seller.post(STATUS, body.replace(destination, "none")).status()).isEqualTo(400);
    Caller.Answer made = seller.post(STATUS, body);
    assertThat(made.status()).isEqualTo(200);
    assertThat(seller.post(STATUS, body).status()).isEqualTo(409);
    String id = made.text("payload.subscriptionId");
    assertThat(application.get(STATUS + "/" + id).text("payload.destinationId"))
        .isEqualTo(destination);
    assertThat(application.delete(BASE + "/destinations/" + destination).status()).isEqualTo(409);
    assertThat(application.delete(STATUS + "/" + id).status()).isEqualTo(200);
    assertThat(application.delete(STATUS + "/" + id).status()).isEqualTo(404);
    assertThat(application.delete(BASE + "/destinations/" + destination).status()).isEqualTo(200);
  }

  @Test
  void getSubscriptions_pageOfAnotherSize_isRefused() {
    String list = BASE + "/subscriptions?notificationTypes=FULFILLMENT_ORDER_STATUS";

    assertThat(seller.get(list + "&pageSize=29").status()).isEqualTo(400);
    assertThat(seller.get(list + "&pageSize=101").status()).isEqualTo(400);
    assertThat(seller.get(list + "&pageSize=30").status()).isEqualTo(200);
    assertThat(seller.get(BASE + "/subscriptions").status()).isEqualTo(400);
  }

  @Test
  void sendTestNotification_inProduction_isDenied() {
    assertThat(application.post(STATUS + "/testNotification", "{}").status()).isEqualTo(403);
  }

  private Caller.Answer create(String body) {
    return application.post(BASE + "/destinations", body);
  }
}
