// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.PackageStatus;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.ReviewText;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each code has words, a repair, its row in {@code docs/reviews.md}, and a test that reaches it.
 */
class ReviewCodesTest {

  /** The test that drives the engine to each code, as Class#method of this package. */
  private static final Map<ReviewCode, String> REACHED = new EnumMap<>(ReviewCode.class);

  static {
    reached("UNMAPPED_SKU", "IntakeTest#review_unmappedSku_isPlacedAfterMappingAndTryAgain");
    reached("ADDRESS_MASKED", "IntakeTest#runDue_missingAddress_waitsForAPerson");
    reached("ADDRESS_INCOMPLETE", "ReviewCodesTest#addressThatCannotShip_waitsWithItsCode");
    reached("ADDRESS_TOO_LONG", "ReviewCodesTest#addressThatCannotShip_waitsWithItsCode");
    reached("ADDRESS_UNSUPPORTED", "ReviewCodesTest#addressThatCannotShip_waitsWithItsCode");
    reached("OUT_OF_STOCK", "PlacingTest#create_refusedForStock_saysSo");
    reached("CREATE_REFUSED", "PlacingTest#create_refusedAtOnce_waitsForAPersonAndMayBeTriedAgain");
    reached(
        "CREATE_UNCERTAIN",
        "PlacingTest#resolve_alwaysAbsent_endsInReviewAndCanBeSentAfterTryAgain");
    reached("CREATE_CONFLICT", "PlacingTest#create_idHoldsAnotherOrder_waitsForAPerson");
    for (String code : List.of("AMAZON_UNFULFILLABLE", "AMAZON_INVALID", "AMAZON_CANCELLED")) {
      reached(code, "CancellingTest#networkWillNotShip_waitsForAPersonAndIsSentAgainUnderANewId");
    }
    reached("CARRIER_UNKNOWN", "ShippingTest#confirm_carrierUnknown_waitsUntilTheChannelOffersIt");
    reached("TRACKING_REFUSED", "ShippingTest#confirm_refused_waitsForAPerson");
    reached(
        "CANCEL_TOO_LATE",
        "CancellingTest#cancelRequest_neitherStoppedNorShippedForAnHour_waitsForAPerson");
    reached("PARCEL_LOST", "DeliveryTest#parcelLost_waitsForAPersonOnce_andTheOthersGoOn");
    reached(
        "UNITS_CANCELLED",
        "CancellingUnitsTest#unitsCancelled_whilePlaced_waitForAPersonWhoLetsThemShip");
    reached("CORRECTION_SPENT", "ReviewCodesTest#confirmRefusedForASpentCorrection_saysSo");
    reached("AUTHORIZATION_LOST", "ReviewCodesTest#createRefusedForTheRole_saysSo");
    reached(
        "UNSUPPORTED_ORDER", "RepairTest#release_ofOrderOverALimit_passesThatRuleAloneAndForGood");
    reached("MIXED_CART", "MixedCartTest#allOrReview_sendsNothingAndNamesTheSku");
    reached(
        "STOCK_UNKNOWN",
        "StockTest#stock_unknownSkuOfAWaitingOrder_waitsForAPersonAfterTheGraceTime");
    reached("TRACKING_WARNING", "ShippingTest#confirm_takenWithAWarning_tellsTheHost");
    reached(
        "WAREHOUSE_GUARD",
        "WarehouseGuardTest#confirm_carriersNumberForAGuardedWarehouse_isNotSent");
    reached(
        "DEADLINE_AT_RISK",
        "DeadlineTest#look_statusThatNobodyKnowsNearTheDeadline_waitsForAPerson");
    reached("ADDRESS_CHANGED", "ReviewCodesTest#addressChangedAfterPlacing_waitsForAPerson");
  }

  private static final OrderId ID = OrderId.of("1001");

  private final RouterFixture fixture = new RouterFixture();

  private static void reached(String code, String test) {
    REACHED.put(ReviewCode.valueOf(code), test);
  }

  @ParameterizedTest
  @EnumSource(ReviewCode.class)
  void everyCode_hasWordsForAPerson(ReviewCode code) {
    ReviewText text = ReviewText.of(code);

    for (String sentence : List.of(text.what(), text.why(), text.toDo(), text.deadline())) {
      assertThat(sentence).endsWith(".").hasSizeBetween(20, 250).doesNotContain("_", "  ");
    }
  }

  @ParameterizedTest
  @EnumSource(ReviewCode.class)
  void everyCode_offersARepairBesideLeavingIt(ReviewCode code) {
    fixture.store.insert(waiting(code));
    Review review = fixture.review(ID);

    assertThat(review.code()).isEqualTo(code);
    assertThat(review.text()).isEqualTo(ReviewText.of(code));
    assertThat(review.offers()).contains(Repair.Kind.SKIP).hasSizeGreaterThan(1);
    assertThat(review.repairs())
        .isNotEmpty()
        .allSatisfy(repair -> assertThat(repair.preview()).contains("1001").endsWith("."));
    assertThat(review.repairs()).extracting(Repair::kind).isSubsetOf(review.offers());
  }

  @ParameterizedTest
  @EnumSource(ReviewCode.class)
  void everyCode_isReachedByATest(ReviewCode code) throws Exception {
    String[] test = REACHED.getOrDefault(code, "none#none").split("#", -1);
    assertThat(Class.forName("io.mcfconnector." + test[0]).getDeclaredMethods())
        .extracting(Method::getName)
        .contains(test[1]);
  }

  @Test
  void docs_listEveryCodeAsTheTableHasIt() throws IOException {
    String docs = Files.readString(docs("reviews.md"), UTF_8);

    assertThat(docs).contains(Arrays.stream(ReviewCode.values()).map(this::section).toList());
  }

  private String section(ReviewCode code) {
    ReviewText text = ReviewText.of(code);
    String repairs =
        Offers.of(waiting(code), true).stream()
            .map(kind -> "`" + kind + "`")
            .collect(Collectors.joining(", "));
    return String.join(
        "\n",
        "### " + code,
        "",
        "- What happened: " + text.what(),
        "- Why it matters: " + text.why(),
        "- What to do: " + text.toDo(),
        "- Deadline: " + text.deadline(),
        "- Repairs: " + repairs,
        "");
  }

  @ParameterizedTest
  @CsvSource({
    "ADDRESS_INCOMPLETE, '', US",
    "ADDRESS_UNSUPPORTED, 4711 Snorkelberry Lane, CA",
  })
  void addressThatCannotShip_waitsWithItsCode(ReviewCode code, String line1, String country) {
    place(RouterFixture.CANARY.toBuilder().line1(line1).countryCode(country).build());

    assertThat(fixture.reviewCode(ID)).contains(code);
  }

  @Test
  void addressThatIsTooLong_waitsWithItsCode() {
    place(RouterFixture.CANARY.toBuilder().city("Llanfair".repeat(20)).build());

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_TOO_LONG);
  }

  @Test
  void addressChangedAfterPlacing_waitsForAPerson() {
    place(RouterFixture.CANARY);
    Address moved = RouterFixture.CANARY.toBuilder().line1("12 Puddle Row").build();
    fixture.channel.change(
        ID,
        order ->
            order
                .traits(Set.of(OrderTrait.CHANNEL_HOLD, OrderTrait.ADDRESS_UPDATED))
                .destination(moved));
    fixture.runAfter(Duration.ofMinutes(1));

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.ADDRESS_CHANGED);
  }

  @Test
  void confirmRefusedForASpentCorrection_saysSo() {
    place(RouterFixture.CANARY);
    fixture.clock.advance(Duration.ofHours(1));
    fixture.shipAll(ID, "1Z999", PackageStatus.SHIPPED);
    fixture.faults.fail("confirmShipment", refusal("confirm", ReviewCode.CORRECTION_SPENT));
    fixture.run();

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.CORRECTION_SPENT);
  }

  @Test
  void createRefusedForTheRole_saysSo() {
    fixture.faults.fail("create", refusal("create", ReviewCode.AUTHORIZATION_LOST));
    place(RouterFixture.CANARY);

    assertThat(fixture.reviewCode(ID)).contains(ReviewCode.AUTHORIZATION_LOST);
  }

  private static ApiException refusal(String operation, ReviewCode code) {
    return ApiException.builder(operation, FailureKind.REFUSED).reviewCode(code).build();
  }

  private void place(Address destination) {
    fixture.channel.put(fixture.order("1001", "A").destination(destination).build());
    fixture.run();
  }

  /** An order as it usually waits with a code. */
  private RoutingRecord waiting(ReviewCode code) {
    Map<String, String> facts =
        switch (code) {
          case UNMAPPED_SKU -> Map.of(ReviewNote.SKUS, "NEW");
          case UNSUPPORTED_ORDER -> Map.of(ReviewNote.RELEASABLE_RULE, "value-limit");
          case WAREHOUSE_GUARD ->
              Map.of(ReviewNote.RELEASABLE_RULE, "warehouse-guard/1Z1", "number", "1Z1");
          default -> Map.of();
        };
    return RoutingRecord.builder("TTS", ShopId.of("7001"), ID)
        .review(new ReviewNote(code, "Invented.", facts, fixture.clock.instant(), resumesAt(code)))
        .build();
  }

  private static RoutingState resumesAt(ReviewCode code) {
    return switch (code) {
      case UNMAPPED_SKU,
          MIXED_CART,
          ADDRESS_MASKED,
          ADDRESS_INCOMPLETE,
          ADDRESS_TOO_LONG,
          ADDRESS_UNSUPPORTED,
          UNSUPPORTED_ORDER ->
          RoutingState.RECEIVED;
      case OUT_OF_STOCK, STOCK_UNKNOWN, CREATE_REFUSED, DEADLINE_AT_RISK, AUTHORIZATION_LOST ->
          RoutingState.READY;
      case CREATE_UNCERTAIN, CREATE_CONFLICT -> RoutingState.PLACING;
      case ADDRESS_CHANGED,
          AMAZON_UNFULFILLABLE,
          AMAZON_INVALID,
          AMAZON_CANCELLED,
          CARRIER_UNKNOWN,
          TRACKING_REFUSED,
          TRACKING_WARNING,
          CORRECTION_SPENT,
          UNITS_CANCELLED,
          CANCEL_TOO_LATE,
          PARCEL_LOST,
          WAREHOUSE_GUARD ->
          RoutingState.PLACED;
    };
  }

  private static Path docs(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("docs").resolve(name))) {
        return at.resolve("docs").resolve(name);
      }
    }
    throw new IllegalStateException("no docs/" + name + " above the module");
  }
}
