// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.StoreException;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.tiktok.TestFiles;
import io.mcfconnector.tiktok.authorization.AppSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokWebhookHandlerTest {

  private static final ShopId SHOP = ShopId.of("7495900000000000123");
  private static final ShopId OTHER_SHOP = ShopId.of("7495900000000000456");

  private static final String ORDER_STATUS =
      """
      {"type":1,"tts_notification_id":"7440000000000000101","shop_id":"7495900000000000123",
       "timestamp":1788263400,"data":{"order_id":"577300000000000101",
       "order_status":"AWAITING_SHIPMENT","is_on_hold_order":true,"update_time":1788263395}}""";
  private static final String ADDRESS =
      """
      {"type":3,"shop_id":"7495900000000000123","timestamp":1788263700,
       "data":{"order_id":"577300000000000118","update_time":1788263699}}""";

  private final List<Notice> notices = new ArrayList<>();
  private final List<WebhookEvent> events = new ArrayList<>();
  private final TikTokWebhookHandler handler = builder().build();

  private TikTokWebhookHandler.Builder builder() {
    return TikTokWebhookHandler.builder()
        .appKey(Signed.KEY)
        .appSecret(new AppSecret(Signed.SECRET))
        .shop(SHOP)
        .shop(OTHER_SHOP)
        .notices(notices::add)
        .listener(events::add);
  }

  private int statusOf(String body) {
    return statusOf(handler, body);
  }

  private static int statusOf(TikTokWebhookHandler handler, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    WebhookResponse response = handler.handle(Signed.headers(bytes), bytes);
    assertThat(response.body()).isEmpty();
    return response.status();
  }

  @Test
  void handle_orderStatus_tellsWhereToLook() {
    assertThat(statusOf(ORDER_STATUS)).isEqualTo(200);

    assertThat(notices)
        .containsExactly(
            new Notice.OrderChanged(
                "7440000000000000101",
                SHOP,
                OrderId.of("577300000000000101"),
                Instant.ofEpochSecond(1788263395)));
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            WebhookEvent.OrderStatusChanged.class,
            event -> {
              assertThat(event.status()).isEqualTo("AWAITING_SHIPMENT");
              assertThat(event.onHold()).isTrue();
            });
  }

  @Test
  void handle_messageWithoutId_hasTheSameIdWhenRepeatedAndAnotherOtherwise() {
    statusOf(ADDRESS);
    statusOf(ADDRESS.replace("\n", "").replace("1788263700", "1788263820"));
    statusOf(ADDRESS.replace("1788263699", "1788263701"));
    statusOf(ADDRESS.replace(SHOP.value(), OTHER_SHOP.value()));

    assertThat(notices).hasSize(4);
    assertThat(notices.get(1).id()).isEqualTo(notices.get(0).id());
    assertThat(notices.stream().map(Notice::id).distinct()).hasSize(3);
  }

  @Test
  void handle_packagesOfSeveralOrders_tellsOfEach() {
    String packages =
        """
        {"type":4,"tts_notification_id":"9","shop_id":"7495900000000000123","timestamp":1788256815,
         "data":{"sc_type":"COMBINE","role_type":"ROLE_SELLER","package_list":[
          {"package_id":"1","order_id_list":["11","12"]},null,
          {"package_id":"2","order_id_list":["12"]},{"package_id":"3"}],"update_time":1788256810}}""";

    assertThat(statusOf(packages)).isEqualTo(200);

    assertThat(notices).extracting(Notice::id).containsExactly("9/11", "9/12");
  }

  @Test
  void handle_sampleOfEachType_isTakenAsItsKind() throws IOException {
    List<String> kinds = new ArrayList<>();
    try (Stream<Path> files = Files.list(TestFiles.contracts())) {
      for (Path file :
          files
              .filter(one -> one.getFileName().toString().matches("webhook-\\d.*"))
              .sorted()
              .toList()) {
        events.clear();
        assertThat(statusOf(Files.readString(file))).as(file.toString()).isEqualTo(200);
        kinds.add(events.get(0).getClass().getSimpleName());
      }
    }

    assertThat(kinds)
        .containsExactly(
            "OrderStatusChanged",
            "OrderStatusChanged",
            "OrderStatusChanged",
            "OrderStatusChanged",
            "AddressChanged",
            "PackagesChanged",
            "ProductChanged",
            "Deauthorized",
            "AuthorizationExpiring",
            "CancellationChanged",
            "CancellationChanged",
            "ReturnChanged",
            "StockLevelChanged",
            "Other");
    assertThat(notices).hasSize(9);
  }

  @Test
  void handle_bodyOfEachContractVector_isTakenWithItsSignatureOnly() throws IOException {
    for (WebhookSignatureTest.Vector vector : WebhookSignatureTest.vectors().vectors()) {
      byte[] body = vector.raw_body().getBytes(UTF_8);
      TikTokWebhookHandler ours =
          TikTokWebhookHandler.builder()
              .appKey(vector.app_key())
              .appSecret(new AppSecret(vector.app_secret()))
              .shop(SHOP)
              .notices(notices::add)
              .build();

      assertThat(
              ours.handle(Map.of("Authorization", List.of(vector.authorization())), body).status())
          .as(vector.id())
          .isIn(200, 403);
      assertThat(handler.handle(Map.of("Authorization", List.of(vector.authorization())), body))
          .as(vector.id())
          .isEqualTo(WebhookResponse.of(401));
    }
  }

  @Test
  void handle_forged_isRefusedAndTold() {
    byte[] body = ORDER_STATUS.getBytes(UTF_8);
    String signature = Signed.signature(body);

    assertThat(
            List.of(
                handler.handle(Map.of(), body),
                handler.handle(Map.of("Authorization", List.of()), body),
                handler.handle(Map.of("Authorization", List.of("Bearer " + signature)), body),
                handler.handle(
                    Map.of("Authorization", List.of(signature.toUpperCase(Locale.ROOT))), body),
                handler.handle(Map.of("Authorization", List.of(signature, signature)), body),
                handler.handle(
                    Map.of("Authorization", List.of(signature)),
                    ORDER_STATUS.replace("101", "102").getBytes(UTF_8))))
        .allMatch(response -> response.status() == 401);
    assertThat(notices).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void handle_tooLarge_isRefusedBeforeItsSignatureIsLookedAt() {
    String large = ORDER_STATUS + " ".repeat(TikTokWebhookHandler.LARGEST_BODY);
    String largest =
        ORDER_STATUS + " ".repeat(TikTokWebhookHandler.LARGEST_BODY - ORDER_STATUS.length());

    assertThat(statusOf(large)).isEqualTo(413);
    assertThat(notices).isEmpty();
    assertThat(statusOf(largest)).isEqualTo(200);
  }

  @Test
  void handle_foreignShop_isRefused() {
    assertThat(statusOf(ORDER_STATUS.replace(SHOP.value(), "7495900000000000999"))).isEqualTo(403);
    assertThat(notices).isEmpty();
    assertThat(events).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"type\":1}",
        "{\"type\":1,\"timestamp\":1788263400}",
        "{\"type\":1,\"shop_id\":\"7495900000000000123\",\"timestamp\":1788263400,\"data\":{}}",
        "{\"type\":1,\"timestamp\":1788263400,\"data\":{\"order_id\":\"1\"}}",
        "{\"type\":3,\"shop_id\":\"7495900000000000123\",\"timestamp\":1788263400,\"data\":{\"order_id\":\"1;2\"}}",
        "{\"type\":1,\"shop_id\":\"7495900000000000123\",\"timestamp\":-5,\"data\":{\"order_id\":\"1\"}}",
        "{\"type\":4,\"shop_id\":\"7495900000000000123\",\"timestamp\":5,\"data\":{\"package_list\":[{\"order_id_list\":[null]}]}}"
      })
  void handle_signedButUnreadable_isToldApart(String body) {
    assertThat(statusOf(body)).isEqualTo(400);
    assertThat(notices).isEmpty();
  }

  @Test
  void handle_typeWithoutOrders_needsNoShopAndNoKnownContent() {
    assertThat(statusOf("{\"type\":6,\"timestamp\":1788263400}")).isEqualTo(200);
    assertThat(statusOf("{\"type\":777,\"timestamp\":1788263400,\"data\":[1]}")).isEqualTo(200);
    assertThat(statusOf("{\"type\":27,\"timestamp\":1788263400,\"data\":{\"sku_id\":{}}}"))
        .isEqualTo(200);

    assertThat(events).hasSize(3);
    assertThat(notices).isEmpty();
  }

  @Test
  void handle_whenNothingCanBeStored_asksForARepeat() {
    TikTokWebhookHandler failing =
        builder()
            .notices(
                notice -> {
                  throw new StoreException("disk full");
                })
            .build();

    assertThat(statusOf(failing, ORDER_STATUS)).isEqualTo(503);
    assertThat(events).isEmpty();
  }

  @Test
  void handle_whenTheListenerFails_isTakenAllTheSame() {
    TikTokWebhookHandler careless =
        builder()
            .listener(
                event -> {
                  throw new IllegalStateException("listener");
                })
            .build();

    assertThat(statusOf(careless, ORDER_STATUS)).isEqualTo(200);
    assertThat(notices).hasSize(1);
  }

  @Test
  void handle_expiryOfTheAuthorization_tellsWhen() {
    statusOf(
        """
        {"type":7,"shop_id":"7495900000000000123","timestamp":1788220800,
         "data":{"message":"ends soon","expiration_time":"1790812800"}}""");

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            WebhookEvent.AuthorizationExpiring.class,
            event -> assertThat(event.expiresAt()).isEqualTo(Instant.ofEpochSecond(1790812800)));
  }

  @Test
  void build_ofNothing_listsEveryProblem() {
    assertThatThrownBy(() -> TikTokWebhookHandler.builder().build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(
            "TIKTOK_APP_KEY", "TIKTOK_APP_SECRET", "TIKTOK_SHOP_ID", "router::accept");
  }

  @Test
  void build_fromEnvironment_isComplete() {
    TikTokWebhookHandler fromEnv =
        TikTokWebhookHandler.builder()
            .env(
                Map.of(
                    "TIKTOK_APP_KEY", Signed.KEY,
                    "TIKTOK_APP_SECRET", Signed.SECRET,
                    "TIKTOK_SHOP_ID", SHOP.value()))
            .notices(notices::add)
            .build();

    assertThat(statusOf(fromEnv, ORDER_STATUS)).isEqualTo(200);
    assertThat(fromEnv.toString()).contains(SHOP.value()).doesNotContain(Signed.SECRET);
  }
}
