// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.golive;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.CheckUp;
import io.mcfconnector.OrderRouter;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.Finding.Verdict;
import io.mcfconnector.store.InMemoryOrderStore;
import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.SimulatedOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Misconfigurations, planted one by one over real HTTP, and what the doctor says of each. */
class DoctorIT {

  private static final String OTHER = "7411000000000000555";
  private static final String RETURNS = "7411000000000000009";

  private static final Set<String> TOKENS = Set.of("refreshToken", "requestAccessToken");
  private static final Set<String> READS =
      Set.of(
          "getAuthorizedShops",
          "getActiveShops",
          "getSellerStatus",
          "getWarehouses",
          "getDeliveryOptions",
          "getShippingProviders",
          "getShopWebhooks",
          "searchOrders",
          "searchProducts",
          "searchPackages",
          "searchCancellations",
          "getInventorySummaries",
          "listOrders",
          "listAllFulfillmentOrders",
          "getOrderPreview",
          "getFulfillmentPreview",
          "getDestinations",
          "getSubscription");

  @TempDir Path folder;

  /** One thing wrong. */
  private record Planted(
      String name, Consumer<GoLivePlan> plant, Check check, Verdict verdict, String said) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Planted problem(
      String name, Check check, String said, Consumer<GoLivePlan> plant) {
    return new Planted(name, plant, check, Verdict.PROBLEM, said);
  }

  private static Planted warning(
      String name, Check check, String said, Consumer<GoLivePlan> plant) {
    return new Planted(name, plant, check, Verdict.WARNING, said);
  }

  static Stream<Planted> planted() {
    return Stream.of(
            ofShop(),
            ofShipping(),
            ofTikTokPush(),
            ofAccount(),
            ofNotifications(),
            ofSkus(),
            ofHost())
        .flatMap(List::stream);
  }

  private static List<Planted> ofShop() {
    return List.of(
        problem(
            "TikTok at another address",
            Check.CHANNEL_CONNECTION,
            "base URLs",
            plan -> plan.env.put("TIKTOK_API_BASE_URL", "http://127.0.0.1:9")),
        problem(
            "TikTok app secret, first login",
            Check.CHANNEL_CREDENTIALS,
            "app secret",
            plan -> plan.env.put("TIKTOK_APP_SECRET", "wrong")),
        problem(
            "TikTok app secret, logged in",
            Check.CHANNEL_CREDENTIALS,
            "app secret",
            plan ->
                plan.afterwards =
                    world -> {
                      world.env.put("TIKTOK_ACCESS_TOKEN", world.tiktok.accessToken());
                      world.env.put("TIKTOK_APP_SECRET", "wrong");
                    }),
        problem(
            "TikTok app key",
            Check.CHANNEL_CREDENTIALS,
            "app key",
            plan -> plan.env.put("TIKTOK_APP_KEY", "6hwrong")),
        problem(
            "TikTok refresh token",
            Check.CHANNEL_AUTHORIZATION,
            "authorize",
            plan -> plan.env.put("TIKTOK_REFRESH_TOKEN", "TTP_wrong")),
        problem(
            "TikTok authorization over",
            Check.CHANNEL_AUTHORIZATION,
            "authorize",
            plan -> plan.afterwards = world -> world.tiktok.expireRefreshToken()),
        warning(
            "TikTok authorization ends soon",
            Check.CHANNEL_AUTHORIZATION,
            "authorize",
            plan -> plan.afterwards = world -> world.time.runFor(Duration.ofDays(340))),
        warning(
            "TikTok tokens in memory",
            Check.CHANNEL_AUTHORIZATION,
            "tokenStore",
            plan -> plan.tokensInMemory = true),
        problem(
            "scopes missing",
            Check.CHANNEL_SCOPES,
            "seller.return_refund.basic, seller.product.write",
            plan ->
                plan.shop =
                    shop ->
                        shop.withoutScope("seller.return_refund.basic")
                            .withoutScope("seller.product.write")),
        problem(
            "scope missing, not listed",
            Check.CHANNEL_SCOPES,
            "seller.fulfillment.basic",
            plan -> {
              plan.shop = shop -> shop.withoutScope("seller.fulfillment.basic");
              plan.afterwards =
                  world -> world.env.put("TIKTOK_ACCESS_TOKEN", world.tiktok.accessToken());
            }),
        problem(
            "scope of products missing",
            Check.CHANNEL_SCOPES,
            "seller.product.basic",
            plan -> plan.shop = shop -> shop.withoutScope("seller.product.basic")),
        problem(
            "another shop",
            Check.CHANNEL_SHOP,
            "TIKTOK_SHOP_ID",
            plan -> plan.env.put("TIKTOK_SHOP_ID", "7496100000000000001")),
        problem(
            "another cipher",
            Check.CHANNEL_SHOP,
            "TIKTOK_SHOP_CIPHER",
            plan -> plan.env.put("TIKTOK_SHOP_CIPHER", "TTP_wrong")),
        warning(
            "another market",
            Check.CHANNEL_REGION,
            "GB",
            plan -> plan.shop = shop -> shop.market("GB", "LOCAL")),
        warning(
            "cross-border seller",
            Check.CHANNEL_REGION,
            "USPS",
            plan -> plan.shop = shop -> shop.market("US", "CROSS_BORDER")),
        problem(
            "clock far behind TikTok's",
            Check.CHANNEL_CLOCK,
            "behind",
            plan -> plan.tiktokClockOff = Duration.ofMinutes(-7)),
        problem(
            "clock ahead of TikTok's",
            Check.CHANNEL_CLOCK,
            "ahead of",
            plan -> plan.tiktokClockOff = Duration.ofSeconds(40)),
        problem(
            "clock days off",
            Check.CHANNEL_CLOCK,
            "Set the clock",
            plan -> {
              plan.tiktokClockOff = Duration.ofDays(-3);
              plan.afterwards =
                  world -> world.env.put("TIKTOK_ACCESS_TOKEN", world.tiktok.accessToken());
            }),
        warning(
            "clock a little ahead of TikTok's",
            Check.CHANNEL_CLOCK,
            "Set the clock",
            plan -> plan.tiktokClockOff = Duration.ofSeconds(20)),
        problem(
            "seller inactive",
            Check.CHANNEL_SELLER,
            "Seller Center",
            plan -> plan.afterwards = world -> world.tiktok.deactivateSeller()));
  }

  private static List<Planted> ofShipping() {
    return List.of(
        problem(
            "warehouse unknown",
            Check.CHANNEL_WAREHOUSES,
            OTHER + " does not exist",
            plan -> plan.served = List.of(OTHER)),
        problem(
            "warehouse for returns",
            Check.CHANNEL_WAREHOUSES,
            "is for returns",
            plan -> plan.served = List.of(RETURNS)),
        problem(
            "warehouse disabled",
            Check.CHANNEL_WAREHOUSES,
            "is DISABLED",
            plan ->
                plan.afterwards =
                    world -> world.tiktok.disableWarehouse(SampleCatalogue.WAREHOUSE)),
        warning(
            "warehouses not chosen",
            Check.CHANNEL_WAREHOUSES,
            "mcfWarehouses",
            plan -> plan.served = List.of()),
        warning(
            "MCF warehouse not guarded",
            Check.CHANNEL_GUARD,
            "guardedWarehouses",
            plan -> plan.guarded = Set.of()),
        problem(
            "guarded warehouse unknown",
            Check.CHANNEL_GUARD,
            "guardedWarehouses",
            plan -> plan.guarded = Set.of(SampleCatalogue.WAREHOUSE, OTHER)),
        problem(
            "Amazon not offered",
            Check.CHANNEL_CARRIERS,
            "support",
            plan -> plan.shop = shop -> shop.withoutProvider("Amazon Logistics")),
        problem(
            "no shipping by the seller",
            Check.CHANNEL_CARRIERS,
            "shipping by the seller",
            plan -> plan.shop = shop -> shop.withoutSellerShipping()),
        problem(
            "orders shipped by TikTok",
            Check.CHANNEL_SHIPPING,
            "0 of 3 orders",
            plan ->
                plan.orders = order -> order.shipping(SimulatedOrder.Shipping.LABEL_BY_TIKTOK)));
  }

  private static List<Planted> ofTikTokPush() {
    return List.of(
        warning(
            "webhook missing",
            Check.CHANNEL_PUSH,
            "CANCELLATION_STATUS_CHANGE",
            plan -> plan.webhookTypes.remove("CANCELLATION_STATUS_CHANGE")),
        warning(
            "webhooks elsewhere",
            Check.CHANNEL_PUSH,
            "Another address",
            plan -> plan.webhooksGoTo = "https://former.example.com/hooks"),
        problem(
            "webhooks without encryption",
            Check.CHANNEL_PUSH,
            "https://",
            plan -> plan.webhookAddress = "http://shop.example.com/webhooks/tiktok"));
  }

  private static List<Planted> ofAccount() {
    return List.of(
        problem(
            "Amazon at another address",
            Check.NETWORK_CONNECTION,
            "URLs",
            plan -> plan.env.put("AMAZON_API_BASE_URL", "http://127.0.0.1:9")),
        problem(
            "LWA client secret",
            Check.NETWORK_CREDENTIALS,
            "client secret",
            plan -> plan.env.put("AMAZON_CLIENT_SECRET", "wrong")),
        problem(
            "LWA client id",
            Check.NETWORK_CREDENTIALS,
            "client id",
            plan -> plan.env.put("AMAZON_CLIENT_ID", "amzn1.wrong")),
        problem(
            "client secret too old",
            Check.NETWORK_CREDENTIALS,
            "Make a new client secret",
            plan -> plan.afterwards = world -> world.amazon.expireClientSecret()),
        problem(
            "LWA refresh token",
            Check.NETWORK_AUTHORIZATION,
            "refresh token",
            plan -> plan.env.put("AMAZON_REFRESH_TOKEN", "Atzr|wrong")),
        problem(
            "authorization revoked",
            Check.NETWORK_AUTHORIZATION,
            "authorize",
            plan -> plan.afterwards = world -> world.amazon.revokeAuthorization()),
        problem(
            "role missing",
            Check.NETWORK_ACCESS,
            "role Amazon Fulfillment",
            plan -> plan.afterwards = world -> world.amazon.takeRoleAway()),
        problem(
            "marketplace of another region",
            Check.NETWORK_REGION,
            "eu-west-1",
            plan -> plan.env.put("AMAZON_MARKETPLACE_ID", "A1PA6795UKMFR9")),
        problem(
            "marketplace of another seller",
            Check.NETWORK_REGION,
            "marketplace",
            plan -> plan.env.put("AMAZON_MARKETPLACE_ID", "A2EUQ1WTGCTBG2")),
        warning(
            "seller id missing",
            Check.NETWORK_ACCOUNT,
            "AMAZON_SELLER_ID",
            plan -> plan.env.put("AMAZON_SELLER_ID", "")),
        warning(
            "seller id strange",
            Check.NETWORK_ACCOUNT,
            "merchant token",
            plan -> plan.env.put("AMAZON_SELLER_ID", "my-shop")),
        problem(
            "clock off Amazon's",
            Check.NETWORK_CLOCK,
            "Set the clock",
            plan -> plan.amazonClockOff = Duration.ofMinutes(-8)));
  }

  private static List<Planted> ofNotifications() {
    return List.of(
        warning(
            "no destination",
            Check.NETWORK_PUSH,
            "createDestination",
            plan -> plan.queue = GoLivePlan.QUEUE + "-2"),
        warning(
            "no subscription",
            Check.NETWORK_PUSH,
            "FULFILLMENT_ORDER_STATUS",
            plan -> plan.notificationTypes.remove("FULFILLMENT_ORDER_STATUS")),
        problem(
            "FIFO queue",
            Check.NETWORK_PUSH,
            "FIFO",
            plan -> plan.queue = GoLivePlan.QUEUE + ".fifo"));
  }

  private static List<Planted> ofSkus() {
    return List.of(
        warning(
            "SKU not mapped",
            Check.SKUS_MAPPED,
            "HL-NEW-001",
            plan -> plan.mapping.remove("HL-NEW-001")),
        problem(
            "MSKU unknown",
            Check.MSKUS_KNOWN,
            "FBA-MUG-WHTE",
            plan -> plan.mapping.put("HL-MUG-WHT", "FBA-MUG-WHTE")),
        warning(
            "MSKU without units",
            Check.MSKUS_IN_STOCK,
            "FBA-CANDLE",
            plan -> plan.afterwards = world -> world.amazon.stock("FBA-CANDLE", 0)),
        problem(
            "MSKU that MCF does not ship",
            Check.NETWORK_PREVIEW,
            "FBA-BOARD-L",
            plan -> plan.afterwards = world -> world.amazon.excludeFromMcf("FBA-BOARD-L")),
        problem(
            "account without MCF",
            Check.NETWORK_PREVIEW,
            "Multi-Channel Fulfillment",
            plan -> plan.afterwards = world -> world.amazon.closeMcf()));
  }

  private static List<Planted> ofHost() {
    return List.of(
        warning(
            "store in memory",
            Check.STORE,
            "durable",
            plan -> plan.store = durable -> new InMemoryOrderStore()),
        problem(
            "store for reading only", Check.STORE, "reading only", plan -> plan.readOnly = true));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void doctor_oneThingWrong_findsThatAndItsRemedy(Planted planted) {
    GoLivePlan plan = new GoLivePlan();
    planted.plant().accept(plan);

    CheckUp checkUp = examine(plan);

    assertThat(checkUp.of(planted.check()))
        .as("%s", checkUp)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.verdict()).isEqualTo(planted.verdict());
              assertThat(finding.found() + " " + finding.remedy()).contains(planted.said());
            });
    assertThat(checkUp.findings().stream().filter(one -> one.check() != planted.check()))
        .as("%s", checkUp)
        .extracting(Finding::verdict)
        .doesNotContain(Verdict.PROBLEM, Verdict.WARNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-04", "2020-07-01"})
  void doctor_everythingRight_findsAllWell(String version) {
    GoLivePlan plan = new GoLivePlan();
    plan.env.put("AMAZON_OUTBOUND_VERSION", version);

    CheckUp checkUp = examine(plan);

    assertThat(checkUp.findings())
        .as("%s", checkUp)
        .extracting(Finding::verdict)
        .containsOnly(Verdict.OK);
    assertThat(checkUp.findings()).extracting(Finding::check).containsExactly(Check.values());
    assertThat(checkUp.isGood()).isTrue();
  }

  @Test
  void doctor_manyThingsWrong_findsEach() {
    GoLivePlan plan = new GoLivePlan();
    plan.shop =
        shop -> shop.withoutProvider("Amazon Logistics").withoutScope("seller.product.write");
    plan.guarded = Set.of(OTHER);
    plan.mapping.put("HL-MUG-WHT", "FBA-MUG-WHTE");
    plan.env.put("AMAZON_SELLER_ID", "");

    CheckUp checkUp = examine(plan);

    assertThat(checkUp.of(Verdict.PROBLEM))
        .extracting(Finding::check)
        .containsExactly(
            Check.CHANNEL_SCOPES, Check.CHANNEL_GUARD, Check.CHANNEL_CARRIERS, Check.MSKUS_KNOWN);
    assertThat(checkUp.of(Verdict.WARNING))
        .extracting(Finding::check)
        .containsExactly(Check.NETWORK_ACCOUNT);
  }

  /** Runs the doctor and looks that it wrote nothing anywhere and told no secret. */
  private CheckUp examine(GoLivePlan plan) {
    try (GoLiveWorld world = new GoLiveWorld(folder, plan);
        OrderRouter router = world.builder().build()) {
      CheckUp checkUp = router.doctor();

      List<Exchange> exchanges =
          Stream.concat(world.tiktok.exchanges().stream(), world.amazon.exchanges().stream())
              .filter(exchange -> !TOKENS.contains(exchange.operation()))
              .toList();
      assertThat(exchanges).extracting(Exchange::operation).isSubsetOf(READS);
      assertThat(exchanges.size()).isLessThan(40);
      assertThat(checkUp.toString())
          .doesNotContain(
              world.tiktok.appSecret(),
              world.tiktok.shopCipher(),
              world.tiktok.accessToken(),
              world.tiktok.refreshToken(),
              world.amazon.clientSecret(),
              world.amazon.refreshToken());
      return checkUp;
    }
  }
}
