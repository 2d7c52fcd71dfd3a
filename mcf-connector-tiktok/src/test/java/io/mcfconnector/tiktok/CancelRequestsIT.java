// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static io.mcfconnector.tiktok.SimulatedShop.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.CancelRequest;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buyers' requests to cancel: found, granted, and what TikTok says when they are over. */
final class CancelRequestsIT {

  private static final String PENDING = "\"cancel_status\":\"CANCELLATION_REQUEST_PENDING\"";

  private final SimulatedShop shop = SimulatedShop.start();
  private final TikTokSalesChannel channel = shop.channel;

  @AfterEach
  void close() {
    shop.close();
  }

  private List<CancelRequest> open() {
    return channel.cancelRequests(List.of(OrderId.of(ORDER)));
  }

  @Test
  void cancelRequests_openRequest_namesItsUnitsAndTheTimeToAnswer() {
    shop.addOpenOrder();
    assertThat(open()).isEmpty();
    shop.tiktok.requestCancel(ORDER);

    assertThat(shop.read(ORDER).is(OrderTrait.BUYER_CANCEL_REQUESTED)).isTrue();
    CancelRequest request = open().get(0);
    assertThat(request.orderId().value()).isEqualTo(ORDER);
    assertThat(request.lineItems())
        .containsExactlyInAnyOrder(shop.unit(0), shop.unit(1), shop.unit(2));
    assertThat(request.answerBy()).isEqualTo(SimulatedShop.START.plus(Duration.ofHours(49)));
  }

  @Test
  void approve_openRequest_cancelsTheOrderAndMayBeRepeated() {
    shop.addOpenOrder();
    shop.tiktok.requestCancel(ORDER);
    CancelRequest request = open().get(0);

    channel.approve(request);
    channel.approve(request);

    assertThat(shop.read(ORDER).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(open()).isEmpty();
  }

  @Test
  void approve_requestThatTikTokGrantedByItself_isSettledByTheOrder() {
    shop.addOpenOrder();
    shop.tiktok.requestCancel(ORDER);
    CancelRequest request = open().get(0);
    shop.at(Duration.ofHours(50));

    assertKind(FailureKind.ALREADY_DONE, request);
    assertThat(shop.read(ORDER).status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void approve_orderWasShippedMeanwhile_isAConflict() {
    shop.addOpenOrder();
    shop.tiktok.requestCancel(ORDER);
    CancelRequest request = open().get(0);
    channel.confirmShipment(
        shop.confirmation("TBA300000000001", shop.unit(0), shop.unit(1), shop.unit(2)));

    assertThat(open()).isEmpty();
    assertKind(FailureKind.STATE_CONFLICT, request);
  }

  @Test
  void approve_requestThatIsNotThere_isNotFound() {
    assertKind(
        FailureKind.NOT_FOUND,
        new CancelRequest("4035300000000000404", OrderId.of(ORDER), List.of(), null));
  }

  @Test
  void cancel_whileTheBuyerAsks_isOneOrTheOther() {
    shop.addOpenOrder();
    shop.tiktok.requestCancel(ORDER);

    channel.cancel(shop.read(ORDER), CancelReason.BUYER_REQUESTED);

    assertThat(shop.read(ORDER).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(open()).isEmpty();
  }

  private void assertKind(FailureKind kind, CancelRequest request) {
    assertThatThrownBy(() -> channel.approve(request))
        .asInstanceOf(type(ApiException.class))
        .returns(kind, ApiException::kind);
  }

  @Test
  void cancelRequests_manyOrders_areAskedForFiftyAtATime() {
    try (ShopServer server = new ShopServer()) {
      String none = "{\"code\":0,\"data\":{\"next_page_token\":\"\",\"total_count\":0}}";
      server.answers(none, none);
      List<OrderId> ids =
          IntStream.range(0, 51).mapToObj(i -> OrderId.of("5779000000000010" + (10 + i))).toList();

      assertThat(TikTokSalesChannel.of(server.client()).cancelRequests(ids)).isEmpty();
      assertThat(TikTokSalesChannel.of(server.client()).cancelRequests(List.of())).isEmpty();

      RecordedRequest first = server.take();
      assertThat(ShopServer.body(first))
          .contains(ids.get(49).value(), "[\"CANCELLATION_REQUEST_PENDING\"]")
          .doesNotContain(ids.get(50).value());
      assertThat(ShopServer.body(server.take())).contains(ids.get(50).value());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"order_id\":\"1\",'|cancel_id",
        "'\"cancel_id\":\"2\",'|order_id",
        "'\"order_id\":\"1\",\"cancel_id\":\"2\",\"cancel_line_items\":[{\"sku_id\":\"3\"}],'|order_line_item_id"
      })
  void cancelRequests_somethingNeededIsMissing_isUnreadable(String fields, String path) {
    try (ShopServer server = new ShopServer()) {
      server.answers("{\"code\":0,\"data\":{\"cancellations\":[{" + fields + PENDING + "}]}}");

      assertThatThrownBy(
              () -> TikTokSalesChannel.of(server.client()).cancelRequests(List.of(OrderId.of("1"))))
          .hasMessageContaining(path)
          .asInstanceOf(type(ApiException.class))
          .returns(FailureKind.UNREADABLE, ApiException::kind);
    }
  }

  @Test
  void cancelRequests_wordsThatNobodyKnows_areNotTakenForOpen() {
    try (ShopServer server = new ShopServer()) {
      server.answers(
          "{\"code\":0,\"data\":{\"cancellations\":["
              + "{\"cancel_id\":\"2\",\"order_id\":\"1\",\"cancel_status\":\"SOMETHING_NEW\"},"
              + "{\"cancel_id\":\"3\",\"order_id\":\"1\",\"cancel_type\":\"REQUEST_CANCEL_REFUND\","
              + "\"seller_next_action_response\":[{\"action\":\"NEW\",\"deadline\":0}],"
              + PENDING
              + "}]}}");

      assertThat(TikTokSalesChannel.of(server.client()).cancelRequests(List.of(OrderId.of("1"))))
          .containsExactly(new CancelRequest("3", OrderId.of("1"), List.of(), null));
    }
  }
}
