// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.validation;

import static io.mcfconnector.validation.Addresses.VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ChannelSkuId;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.Party;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ShopId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderValidatorTest {

  private final OrderValidator validator = new OrderValidator();

  @Test
  void validate_validOrder_findsNothing() {
    ValidationResult result = validator.validate(orderTo(VALID));

    assertThat(result.violations()).isEmpty();
    assertThat(result.isValid()).isTrue();
  }

  @Test
  void validate_untidyAddress_isJudgedAsItWillBeSent() {
    Address untidy =
        VALID.toBuilder()
            .line1("4120 North Harbor Finch Boulevard of the Old Mariners, Building Seven West")
            .stateOrRegion(" illinois ")
            .postalCode("627011234")
            .countryCode("usa")
            .build();

    assertThat(validator.validate(orderTo(untidy)).violations()).isEmpty();
  }

  @Test
  void validate_noDestination_isMasked() {
    assertViolations(orderTo(null), "destination", ReviewCode.ADDRESS_MASKED);
  }

  @Test
  void validate_destinationOfEmptyTexts_isMaskedAsAWhole() {
    assertViolations(
        orderTo(Address.builder().countryCode("US").build()),
        "destination",
        ReviewCode.ADDRESS_MASKED);
  }

  @ParameterizedTest
  @EnumSource(AddressPart.class)
  void validate_maskedPart_isMasked(AddressPart part) {
    Order order = orderTo(part.set(VALID.toBuilder(), "4***").build());

    assertThat(validator.validate(order).violations())
        .extracting(Violation::path, Violation::code)
        .containsExactly(tuple("destination." + part.label(), ReviewCode.ADDRESS_MASKED));
  }

  @Test
  void validate_maskWithLookAlikes_isMasked() {
    for (String mask : List.of("\uFF0A\uFF0A", "\u2022\u2022", "\u2217", "\uFE61", "\u25CF")) {
      assertViolations(
          orderTo(VALID.toBuilder().line1("1 " + mask).build()),
          "destination.line1",
          ReviewCode.ADDRESS_MASKED);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AddressPart.class,
      names = {"NAME", "LINE1", "CITY", "STATE_OR_REGION", "POSTAL_CODE", "COUNTRY_CODE"})
  void validate_requiredPartBlank_isIncomplete(AddressPart part) {
    assertViolations(
        orderTo(part.set(VALID.toBuilder(), " \u200B ").build()),
        "destination." + part.label(),
        ReviewCode.ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @EnumSource(
      value = AddressPart.class,
      names = {"LINE2", "LINE3", "PHONE"})
  void validate_optionalPartBlank_isValid(AddressPart part) {
    assertThat(validator.validate(orderTo(part.set(VALID.toBuilder(), "").build())).isValid())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N/A",
        "n.a.",
        "none",
        "NULL",
        "undefined",
        "-",
        "...",
        "xxx",
        "TBD",
        "Not available"
      })
  void validate_placeholderStreet_isIncomplete(String placeholder) {
    assertViolations(
        orderTo(VALID.toBuilder().line1(placeholder).build()),
        "destination.line1",
        ReviewCode.ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Na", "Xi Nullman", "Unknown Soldier", "\u5F20\u4F1F", "X Ash"})
  void validate_unusualName_isNoPlaceholder(String name) {
    assertThat(validator.validate(orderTo(VALID.toBuilder().name(name).build())).isValid())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000", "00499", "6270", "62701-12", "627O1", "K1A 0B1", "1234567"})
  void validate_impossibleZip_isIncomplete(String zip) {
    assertViolations(
        orderTo(VALID.toBuilder().postalCode(zip).build()),
        "destination.postalCode",
        ReviewCode.ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @CsvSource({"NY, 00501", "AK, 99950", "PR, 00601-1234"})
  void validate_lowestAndHighestZip_areValid(String state, String zip) {
    Address address = VALID.toBuilder().stateOrRegion(state).postalCode(zip).build();

    assertThat(validator.validate(orderTo(address)).isValid()).isTrue();
  }

  @Test
  void validate_zipOfAnotherState_isIncompleteAndNamesBothParts() {
    Order order = orderTo(VALID.toBuilder().stateOrRegion("CA").build());

    assertThat(validator.validate(order).violations())
        .containsExactly(
            new Violation(
                "destination.postalCode",
                ReviewCode.ADDRESS_INCOMPLETE,
                "destination.postalCode does not lie in destination.stateOrRegion; ask the buyer"
                    + " which of the two is right."));
  }

  @Test
  void validate_placeTheHostRefuses_isUnsupported() {
    Order order = orderTo(VALID.toBuilder().line1("P.O. Box 12").build());
    OrderValidator withoutBoxes = new OrderValidator(Set.of("US"), Set.of(AddressTrait.PO_BOX));

    assertThat(validator.validate(order).isValid()).isTrue();
    assertThat(withoutBoxes.validate(orderTo(VALID)).isValid()).isTrue();
    assertThat(withoutBoxes.validate(order).violations())
        .extracting(Violation::path, Violation::code)
        .containsExactly(tuple("destination", ReviewCode.ADDRESS_UNSUPPORTED));
  }

  @Test
  void validate_nameOfEmoji_tellsThatNothingCanBePrinted() {
    Order order = orderTo(VALID.toBuilder().name("\uD83D\uDE00").build());

    assertThat(validator.validate(order).violations())
        .extracting(Violation::message)
        .containsExactly(
            "destination.name has no letters that can be printed on a label; ask the buyer.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZZ", "Bavaria", "Calfornia"})
  void validate_unknownState_isIncomplete(String state) {
    assertViolations(
        orderTo(VALID.toBuilder().stateOrRegion(state).build()),
        "destination.stateOrRegion",
        ReviewCode.ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CA", "GB", "Atlantis"})
  void validate_otherCountry_isUnsupported(String country) {
    assertViolations(
        orderTo(VALID.toBuilder().countryCode(country).build()),
        "destination.countryCode",
        ReviewCode.ADDRESS_UNSUPPORTED);
  }

  @Test
  void validate_countryNamedSupported_isValid() {
    Address canadian =
        VALID.toBuilder().countryCode("ca").stateOrRegion("ON").postalCode("K1A 0B1").build();

    assertThat(new OrderValidator(Set.of("US", "CA")).validate(orderTo(canadian)).violations())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, 50",
    "LINE1, 60",
    "LINE2, 60",
    "LINE3, 60",
    "CITY, 50",
    "POSTAL_CODE, 20",
    "STATE_OR_REGION, 150"
  })
  void validate_partOverLimit_isTooLong(AddressPart part, int limit) {
    OrderValidator anywhere = new OrderValidator(Set.of("AU"));
    Address elsewhere = VALID.toBuilder().countryCode("AU").phone("").build();

    Address fitting = part.set(elsewhere.toBuilder(), "7".repeat(limit)).build();
    Address tooLong = part.set(elsewhere.toBuilder(), "7".repeat(limit + 1)).build();

    assertThat(anywhere.validate(orderTo(fitting)).violations()).isEmpty();
    assertThat(anywhere.validate(orderTo(tooLong)).violations())
        .extracting(Violation::path, Violation::code)
        .containsExactly(tuple("destination." + part.label(), ReviewCode.ADDRESS_TOO_LONG));
  }

  @Test
  void validate_streetThatFitsNowhere_isTooLong() {
    assertViolations(
        orderTo(VALID.toBuilder().line1("word ".repeat(50)).build()),
        "destination.line1",
        ReviewCode.ADDRESS_TOO_LONG);
  }

  @Test
  void validate_kindAndParties_areNoQuestionOfValidity() {
    Order order =
        with(
            o ->
                o.traits(EnumSet.allOf(OrderTrait.class))
                    .fulfilledBy(Party.UNKNOWN)
                    .shippedBy(Party.CHANNEL));

    assertThat(validator.validate(order).isValid()).isTrue();
  }

  @Test
  void validate_noOpenLineItem_isUnsupported() {
    assertViolations(with(o -> o.lineItems(List.of())), "lineItems", ReviewCode.UNSUPPORTED_ORDER);
    assertViolations(
        with(o -> o.lineItems(List.of(lineItem("1", LineItem.Status.CANCELLED)))),
        "lineItems",
        ReviewCode.UNSUPPORTED_ORDER);
  }

  @Test
  void validate_duplicateLineItems_areAllNamed() {
    LineItem unit = lineItem("1", LineItem.Status.OPEN);
    LineItem other = lineItem("2", LineItem.Status.OPEN);

    assertThat(
            validator
                .validate(with(o -> o.lineItems(List.of(unit, other, unit, unit))))
                .violations())
        .extracting(Violation::path)
        .containsExactly("lineItems[2].id", "lineItems[3].id");
  }

  @Test
  void validate_everythingWrong_reportsEverythingWithoutBuyerData() {
    Address address =
        VALID.toBuilder()
            .name("Zebulon ".repeat(8))
            .line1("n/a")
            .city("")
            .stateOrRegion("Freedonia")
            .postalCode("1234567")
            .phone("21755501***")
            .build();
    Order order = with(o -> o.destination(address).lineItems(List.of()));

    List<Violation> violations = validator.validate(order).violations();

    assertThat(violations)
        .extracting(Violation::path)
        .containsExactly(
            "lineItems",
            "destination.name",
            "destination.line1",
            "destination.city",
            "destination.phone",
            "destination.stateOrRegion",
            "destination.postalCode");
    assertThat(violations.toString()).doesNotContain("Zebulon", "Freedonia", "1234567", "555");
    assertThat(validator.validate(order)).isEqualTo(new ValidationResult(violations));
  }

  @Test
  void validate_randomAddresses_neverThrowsAndReportsEachPartOverItsLimit() {
    Random random = new Random(20261123);
    AddressNormalizer normalizer = new AddressNormalizer();
    for (int i = 0; i < 2_000; i++) {
      Address address = RandomAddresses.next(random);

      List<String> reported =
          validator.validate(orderTo(address)).violations().stream().map(Violation::path).toList();

      NormalizedAddress normalized = normalizer.normalize(address);
      Address sent = normalized.address();
      for (AddressPart part : AddressPart.values()) {
        boolean wrong = part.of(sent).length() > part.limit() || part.of(sent).contains("*");
        boolean told =
            reported.contains("destination." + part.label()) || reported.contains("destination");
        assertThat(!wrong || told).as("address %s part %s", i, part).isTrue();
      }
      // Of an address that was unreadable, the tidied one no longer tells.
      if (normalized.changes().stream()
          .noneMatch(change -> change.kind() == AddressChange.Kind.DROPPED)) {
        assertThat(validator.validate(orderTo(sent)).violations())
            .isEqualTo(validator.validate(orderTo(address)).violations());
      }
    }
  }

  private void assertViolations(Order order, String path, ReviewCode code) {
    assertThat(validator.validate(order).violations())
        .extracting(Violation::path, Violation::code)
        .containsExactly(tuple(path, code));
  }

  private static Order orderTo(@Nullable Address destination) {
    return with(order -> order.destination(destination));
  }

  private static Order with(UnaryOperator<Order.Builder> change) {
    return change
        .apply(
            Order.builder(OrderId.of("576461413038785752"), ShopId.of("7000000000000000001"))
                .status(OrderStatus.AWAITING_SHIPMENT, "AWAITING_SHIPMENT")
                .destination(VALID)
                .lineItems(List.of(lineItem("1", LineItem.Status.OPEN))))
        .build();
  }

  private static LineItem lineItem(String id, LineItem.Status status) {
    ChannelSku sku = new ChannelSku(ChannelSkuId.of("1729"), null);
    return new LineItem(LineItemId.of(id), sku, List.of(), status, null);
  }
}
