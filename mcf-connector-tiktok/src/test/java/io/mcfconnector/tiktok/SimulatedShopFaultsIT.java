// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static io.mcfconnector.tiktok.SimulatedShop.CALL_TIMEOUT;
import static io.mcfconnector.tiktok.SimulatedShop.ORDER;
import static io.mcfconnector.tiktok.SimulatedShop.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Listing;
import io.mcfconnector.model.Listing.StockLevel;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.Tokens;
import io.mcfconnector.testkit.http.Fault;
import io.mcfconnector.testkit.tiktok.SampleCatalogue;
import io.mcfconnector.testkit.tiktok.TikTokShopSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What faults, ended tokens and small quotas make of reads and writes. */
final class SimulatedShopFaultsIT {

  private static final String SHIP = "markPackageAsShipped";
  private static final List<String> READS =
      List.of("searchOrders", "getOrders", "getShippingProviders", "searchProducts");

  private final SimulatedShop shop = SimulatedShop.startImpatient();
  private final TikTokShopSimulator tiktok = shop.tiktok;
  private final TikTokSalesChannel channel = shop.channel;

  @BeforeEach
  void openOrder() {
    shop.addOpenOrder();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** A fault of a write: what the caller hears, and whether it was done all the same. */
  private record WriteFault(String name, Fault fault, FailureKind kind, boolean done) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<WriteFault> writeFaults() {
    return List.of(
        new WriteFault("throttled", Fault.throttled(), FailureKind.THROTTLED, false),
        new WriteFault("error 500 before", Fault.errorBefore(500), FailureKind.UNAVAILABLE, false),
        new WriteFault("error 503 before", Fault.errorBefore(503), FailureKind.UNAVAILABLE, false),
        new WriteFault("error 500 after", Fault.errorAfter(500), FailureKind.UNAVAILABLE, true),
        new WriteFault("error 503 after", Fault.errorAfter(503), FailureKind.UNAVAILABLE, true),
        new WriteFault("drop before", Fault.dropBefore(), FailureKind.NO_ANSWER, false),
        new WriteFault("drop after", Fault.dropAfter(), FailureKind.NO_ANSWER, true),
        new WriteFault(
            "slow answer", Fault.slow(CALL_TIMEOUT.plusSeconds(1)), FailureKind.NO_ANSWER, true),
        new WriteFault("cut body", Fault.cutBody(), FailureKind.NO_ANSWER, true),
        new WriteFault("html", Fault.html(), FailureKind.UNREADABLE, true));
  }

  /** A fault that a read survives by itself. */
  private record PassingFault(String name, Fault fault) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<PassingFault> passingFaults() {
    return List.of(
        new PassingFault("throttled", Fault.throttled()),
        new PassingFault("error 500", Fault.errorBefore(500)),
        new PassingFault("error 503", Fault.errorAfter(503)),
        new PassingFault("drop before", Fault.dropBefore()),
        new PassingFault("drop after", Fault.dropAfter()),
        new PassingFault("slow answer", Fault.slow(CALL_TIMEOUT.plusSeconds(1))),
        new PassingFault("cut body", Fault.cutBody()));
  }

  @ParameterizedTest
  @MethodSource("writeFaults")
  void confirmShipment_faulty_isUncertainSentOnceAndSettledByReading(WriteFault write) {
    // The connection is open already, where OkHttp would like to repeat on its own.
    shop.read(ORDER);
    tiktok.faults().next(SHIP, write.fault);

    ApiException problem = catchThrowableOfType(ApiException.class, this::confirm);

    assertThat(problem.kind()).isEqualTo(write.kind);
    assertThat(problem.isUncertain()).isTrue();
    assertThat(tiktok.exchanges(SHIP)).hasSize(1);
    assertThat(shop.read(ORDER).status())
        .isEqualTo(write.done ? OrderStatus.AWAITING_COLLECTION : OrderStatus.AWAITING_SHIPMENT);
    if (write.done) {
      assertThat(catchThrowableOfType(ApiException.class, this::confirm).kind())
          .isEqualTo(FailureKind.ALREADY_DONE);
    } else {
      confirm();
    }
    assertThat(tiktok.order(ORDER).trackingNumbers()).containsExactly("TBA300000000001");
  }

  @ParameterizedTest
  @MethodSource("writeFaults")
  void publishStock_faulty_throwsAndASecondTryWrites(WriteFault write) {
    StockLevel level = level(37);
    tiktok.faults().next("updateInventory", write.fault);

    ApiException problem =
        catchThrowableOfType(ApiException.class, () -> channel.publishStock(List.of(level)));

    assertThat(problem.kind()).isEqualTo(write.kind);
    assertThat(tiktok.exchanges("updateInventory")).hasSize(1);
    assertThat(tiktok.stock(SampleCatalogue.MUG_WHITE).available())
        .isEqualTo(write.done ? 37 : 1000);
    assertThat(channel.publishStock(List.of(level))).isEmpty();
    assertThat(tiktok.stock(SampleCatalogue.MUG_WHITE).available()).isEqualTo(37);
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void reads_faultThatPasses_survive(PassingFault passing) {
    READS.forEach(read -> tiktok.faults().next(read, passing.fault));
    tiktok.faults().next("getAuthorizedShops", passing.fault);

    readAll();

    assertThat(Stream.concat(READS.stream(), Stream.of("getAuthorizedShops")))
        .allSatisfy(read -> assertThat(tiktok.exchanges(read)).as(read).hasSize(2));
  }

  @Test
  void read_webPage_failsOnce() {
    tiktok.faults().next("getOrders", Fault.html());

    assertThat(catchThrowableOfType(ApiException.class, () -> shop.read(ORDER)).kind())
        .isEqualTo(FailureKind.UNREADABLE);
    assertThat(shop.read(ORDER).status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);
    assertThat(tiktok.exchanges("getOrders")).hasSize(2);
  }

  @Test
  void read_faultThatStays_failsAfterFourAttempts() {
    tiktok.faults().always("getOrders", request -> true, Fault.errorBefore(500));

    assertThat(catchThrowableOfType(ApiException.class, () -> shop.read(ORDER)).kind())
        .isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(tiktok.exchanges("getOrders")).hasSize(4);
  }

  @Test
  void everyCall_unknownFields_workAsEver() {
    READS.forEach(read -> tiktok.faults().next(read, Fault.unknownFields()));
    for (String operation :
        List.of("refreshToken", "getAuthorizedShops", SHIP, "updateInventory")) {
      tiktok.faults().next(operation, Fault.unknownFields());
    }

    readAll();
    confirm();

    assertThat(channel.publishStock(List.of(level(37)))).isEmpty();
    assertThat(shop.read(ORDER).status()).isEqualTo(OrderStatus.AWAITING_COLLECTION);
    assertThat(tiktok.stock(SampleCatalogue.MUG_WHITE).available()).isEqualTo(37);
  }

  @Test
  void token_overOnTheClock_isRefreshedOnceAndBothAreReplaced() {
    shop.read(ORDER);
    String firstAccess = tiktok.accessToken();
    String firstRefresh = tiktok.refreshToken();
    shop.time.runFor(Duration.ofDays(7));

    shop.read(ORDER);
    shop.read(ORDER);

    assertThat(tiktok.exchanges("refreshToken")).hasSize(2);
    assertThat(tiktok.exchanges("getOrders"))
        .extracting(exchange -> Objects.requireNonNull(exchange.reply()).status())
        .containsExactly(200, 200, 200);
    Tokens stored = storedTokens();
    assertThat(Objects.requireNonNull(stored.accessToken()).value())
        .isEqualTo(tiktok.accessToken())
        .isNotEqualTo(firstAccess);
    assertThat(stored.refreshToken().value())
        .isEqualTo(tiktok.refreshToken())
        .isNotEqualTo(firstRefresh);
  }

  @Test
  void token_endedEarly_isRefreshedAndTheWriteIsDoneOnce() {
    shop.read(ORDER);
    tiktok.expireAccessToken();

    confirm();

    assertThat(tiktok.exchanges("refreshToken")).hasSize(2);
    assertThat(tiktok.exchanges(SHIP)).hasSize(2);
    assertThat(tiktok.order(ORDER).trackingNumbers()).containsExactly("TBA300000000001");
  }

  @Test
  void authorization_ended_isLost() {
    shop.read(ORDER);
    tiktok.expireAccessToken();
    tiktok.expireRefreshToken();

    ApiException problem = catchThrowableOfType(ApiException.class, this::confirm);

    assertThat(problem)
        .returns(FailureKind.AUTHORIZATION_LOST, ApiException::kind)
        .returns(false, ApiException::isUncertain)
        .returns(ReviewCode.AUTHORIZATION_LOST, lost -> lost.reviewCode().orElse(null));
    assertThat(tiktok.order(ORDER).trackingNumbers()).isEmpty();
  }

  @Test
  void quota_ofTikTok_isNeverUsedUp() {
    for (int i = 0; i < 100; i++) {
      shop.read(ORDER);
    }

    assertThat(statuses("getOrders")).hasSize(100).containsOnly(200);
  }

  @Test
  void quota_smallerThanUsual_isKeptAfterRefusals() {
    try (SimulatedShop slow = SimulatedShop.start(builder -> builder.quota("getOrders", 2))) {
      slow.addOpenOrder();
      for (int i = 0; i < 40; i++) {
        slow.read(ORDER);
      }

      List<Integer> statuses =
          slow.tiktok.exchanges("getOrders").stream()
              .map(exchange -> Objects.requireNonNull(exchange.reply()).status())
              .toList();
      assertThat(statuses).contains(429).filteredOn(status -> status == 200).hasSize(40);
      assertThat(Duration.between(START.plus(Duration.ofHours(1)), slow.time.clock().instant()))
          .isGreaterThan(Duration.ofSeconds(18));
    }
  }

  private void confirm() {
    channel.confirmShipment(
        shop.confirmation("TBA300000000001", shop.unit(0), shop.unit(1), shop.unit(2)));
  }

  private void readAll() {
    assertThat(
            channel.findChanged(START, shop.time.clock().instant().plusSeconds(1), null).orders())
        .hasSize(1);
    assertThat(channel.findOrders(List.of(OrderId.of(ORDER))).orders()).hasSize(1);
    assertThat(channel.shippingProviders("7311000000000000101")).isNotEmpty();
    assertThat(channel.listings()).hasSize(8);
  }

  private StockLevel level(int units) {
    Listing listing =
        channel
            .listings()
            .filter(found -> found.sku().id().value().equals(SampleCatalogue.MUG_WHITE))
            .findFirst()
            .orElseThrow();
    return new StockLevel(listing, SampleCatalogue.WAREHOUSE, units);
  }

  private List<Integer> statuses(String operation) {
    return tiktok.exchanges(operation).stream()
        .map(exchange -> Objects.requireNonNull(exchange.reply()).status())
        .toList();
  }

  private Tokens storedTokens() {
    return shop.tokens
        .find(io.mcfconnector.model.AccountId.of("tiktok/" + tiktok.shopId()))
        .orElseThrow();
  }
}
