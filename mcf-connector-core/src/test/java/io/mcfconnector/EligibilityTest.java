// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.internal.eligibility.Eligibility;
import io.mcfconnector.internal.eligibility.EligibilityOptions;
import io.mcfconnector.internal.eligibility.Finding;
import io.mcfconnector.internal.eligibility.Rule;
import io.mcfconnector.internal.eligibility.Verdict;
import io.mcfconnector.model.Money;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.OrderTrait;
import io.mcfconnector.model.Party;
import io.mcfconnector.spi.RoutingPolicy;
import io.mcfconnector.spi.RoutingPolicy.Choice;
import io.mcfconnector.validation.OrderValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule by itself, and that each is written down. */
class EligibilityTest {

  private static final Instant NOW = RouterFixture.START;
  private static final Money LIMIT = Money.of("100", "USD");

  private static final EligibilityOptions DEFAULTS =
      new EligibilityOptions(Duration.ZERO, false, null, null, RoutingPolicy.allOrders());

  private final RouterFixture fixture = new RouterFixture();

  /** What one rule makes of an order that is eligible but for one thing. */
  private record Case(
      String rule,
      String what,
      UnaryOperator<Order.Builder> change,
      EligibilityOptions options,
      Set<String> served,
      Duration cancelWindow,
      String expected) {

    @Override
    public String toString() {
      return rule + ", " + what + ": " + expected;
    }

    Case options(EligibilityOptions options) {
      return new Case(rule, what, change, options, served, cancelWindow, expected);
    }

    Case served(String... warehouses) {
      return new Case(rule, what, change, options, Set.of(warehouses), cancelWindow, expected);
    }

    Case cancelWindow(Duration window) {
      return new Case(rule, what, change, options, served, window, expected);
    }
  }

  private static Case when(
      String rule, String what, UnaryOperator<Order.Builder> change, String expected) {
    return new Case(rule, what, change, DEFAULTS, Set.of(), Duration.ZERO, expected);
  }

  private static Case policy(String what, RoutingPolicy policy, String expected) {
    return when("routing-policy", what, order -> order, expected)
        .options(new EligibilityOptions(Duration.ZERO, false, null, null, policy));
  }

  static Stream<Case> cases() {
    return Stream.of(
            statusCases(), holdCases(), paymentHoldCases(), kindCases(), limitCases(), hostCases())
        .flatMap(cases -> cases);
  }

  private static Stream<Case> statusCases() {
    return Stream.of(
        status("cancelled", OrderStatus.CANCELLED, "cancel"),
        when(
            "fulfilled-by-channel",
            "stored by the channel",
            order -> order.fulfilledBy(Party.CHANNEL).shippedBy(Party.UNKNOWN),
            "skip FULFILLED_BY_CHANNEL"),
        when("digital", "nothing", order -> order.shippedBy(Party.NOBODY), "skip DIGITAL"),
        when(
            "unknown-party",
            "unknown carrier",
            order -> order.shippedBy(Party.UNKNOWN),
            "review UNSUPPORTED_ORDER"),
        when(
            "unknown-party",
            "unknown store",
            order -> order.fulfilledBy(Party.UNKNOWN).shippedBy(Party.CHANNEL),
            "review UNSUPPORTED_ORDER"),
        when(
            "unknown-party",
            "stored by nobody",
            order -> order.fulfilledBy(Party.NOBODY),
            "review UNSUPPORTED_ORDER"),
        when(
            "shipped-by-channel",
            "the channel's label",
            order -> order.shippedBy(Party.CHANNEL),
            "skip SHIPPED_BY_CHANNEL"),
        status("already-shipped", OrderStatus.AWAITING_COLLECTION, "skip ALREADY_SHIPPED"),
        status("already-shipped", OrderStatus.IN_TRANSIT, "skip ALREADY_SHIPPED"),
        status("already-shipped", OrderStatus.DELIVERED, "skip ALREADY_SHIPPED"),
        status("already-shipped", OrderStatus.COMPLETED, "skip ALREADY_SHIPPED"),
        status("eligible", OrderStatus.PARTIALLY_SHIPPED, "go"));
  }

  private static Stream<Case> holdCases() {
    return Stream.of(
        status("unpaid", OrderStatus.UNPAID, "hold PT15M"),
        when(
            "on-hold",
            "ten minutes after payment",
            order -> paid(order.status(OrderStatus.ON_HOLD, "ON_HOLD"), 10),
            "hold PT50M"),
        when(
            "on-hold",
            "the hour is over",
            order -> order.status(OrderStatus.ON_HOLD, "ON_HOLD"),
            "hold PT1M"),
        when(
            "on-hold",
            "pre-order",
            order ->
                order
                    .status(OrderStatus.ON_HOLD, "ON_HOLD")
                    .traits(Set.of(OrderTrait.PRE_ORDER, OrderTrait.CHANNEL_HOLD)),
            "hold PT15M"),
        when(
                "on-hold",
                "long cancel window",
                order -> paid(order.status(OrderStatus.ON_HOLD, "ON_HOLD"), 10),
                "hold PT4H50M")
            .cancelWindow(Duration.ofHours(5)),
        status("unknown-status", OrderStatus.UNKNOWN, "hold PT15M"),
        when("no-warehouse-yet", "not named", order -> order, "hold PT15M").served("W1"),
        when(
                "other-warehouse",
                "not served",
                order -> order.warehouseId("W2"),
                "skip OTHER_WAREHOUSE")
            .served("W1"),
        when("eligible", "served warehouse", order -> order.warehouseId("W1"), "go").served("W1"),
        when("eligible", "any warehouse", order -> order.warehouseId("W2"), "go"),
        when(
            "buyer-cancel-request",
            "open",
            order -> trait(order, OrderTrait.BUYER_CANCEL_REQUESTED),
            "grant PT15M"));
  }

  private static Stream<Case> paymentHoldCases() {
    String rule = "hold-after-payment";
    UnaryOperator<Order.Builder> notHeld = order -> paid(order.traits(Set.of()), 20);
    UnaryOperator<Order.Builder> heldByChannel = order -> paid(order, 20);
    return Stream.of(
        when(rule, "the channel holds nothing", notHeld, "hold PT40M"),
        when("eligible", "the channel's hour was kept", heldByChannel, "go"),
        when(
            rule,
            "never paid",
            order -> order.paidAt(null).traits(Set.of()).createdAt(NOW),
            "hold PT1H"),
        when(rule, "cancel window is longest", notHeld, "hold PT2H40M")
            .options(hold(Duration.ofHours(2)))
            .cancelWindow(Duration.ofHours(3)),
        when(rule, "host's hold is longest", heldByChannel, "hold PT71H40M")
            .options(hold(Duration.ofDays(3)))
            .cancelWindow(Duration.ofHours(3)),
        when(rule, "the hour is longest", notHeld, "hold PT40M")
            .options(hold(Duration.ofMinutes(30)))
            .cancelWindow(Duration.ofMinutes(40)),
        when("eligible", "just over", order -> paid(order, 60), "go")
            .cancelWindow(Duration.ofHours(1)));
  }

  private static Stream<Case> kindCases() {
    return Stream.concat(
        Stream.of(
            kind("unknown-kind", OrderTrait.UNKNOWN_KIND),
            kind("collection-point", OrderTrait.COLLECTION_POINT),
            kind("cash-on-delivery", OrderTrait.CASH_ON_DELIVERY),
            kind("prescription", OrderTrait.PRESCRIPTION),
            kind("dangerous-goods", OrderTrait.DANGEROUS_GOODS),
            kind("blind-box", OrderTrait.BLIND_BOX),
            kind("combined", OrderTrait.COMBINED)),
        Stream.of(
            when(
                    "eligible",
                    "dangerous goods allowed",
                    order -> trait(order, OrderTrait.DANGEROUS_GOODS),
                    "go")
                .options(
                    new EligibilityOptions(
                        Duration.ZERO, true, null, null, RoutingPolicy.allOrders()))));
  }

  private static Stream<Case> limitCases() {
    EligibilityOptions value =
        new EligibilityOptions(Duration.ZERO, false, LIMIT, null, RoutingPolicy.allOrders());
    EligibilityOptions units =
        new EligibilityOptions(Duration.ZERO, false, null, 2, RoutingPolicy.allOrders());
    String review = "review UNSUPPORTED_ORDER";
    return Stream.of(
        when("value-limit", "more", order -> order.total(Money.of("100.01", "USD")), review)
            .options(value),
        when("value-limit", "unknown", order -> order.total(null), review).options(value),
        when("value-limit", "euros", order -> order.total(Money.of("1", "EUR")), review)
            .options(value),
        when("eligible", "exactly", order -> order.total(Money.of("100.00", "USD")), "go")
            .options(value),
        when("unit-limit", "three units", order -> units(order, 3), review).options(units),
        when("eligible", "two units", order -> units(order, 2), "go").options(units));
  }

  private static Stream<Case> hostCases() {
    return Stream.of(
        when("invalid", "hidden", order -> order.destination(null), "review ADDRESS_MASKED"),
        when("invalid", "no unit", order -> units(order, 0), "review UNSUPPORTED_ORDER"),
        policy("holds", order -> hold(NOW.plusSeconds(600)), "hold PT10M"),
        policy("holds until before now", order -> hold(NOW), "hold PT1M"),
        policy("holds for ever", order -> hold(Instant.MAX), "hold PT70H"),
        policy("skips", order -> Choice.skip("not mine"), "skip BY_POLICY"),
        policy("asks", order -> Choice.review("look"), "review UNSUPPORTED_ORDER"),
        policy("elsewhere", order -> Choice.elsewhere("depot"), "skip ROUTED_ELSEWHERE"),
        when(
                "routing-policy",
                "still holds after three days",
                order -> paid(order, 72 * 60),
                "review UNSUPPORTED_ORDER")
            .options(
                new EligibilityOptions(
                    Duration.ZERO, false, null, null, order -> hold(NOW.plusSeconds(600)))),
        when("invalid", "is not asked", order -> order.destination(null), "review ADDRESS_MASKED")
            .options(
                new EligibilityOptions(
                    Duration.ZERO,
                    false,
                    null,
                    null,
                    order -> {
                      throw new AssertionError("asked too early");
                    })));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void judge_orderThatIsEligibleButForOneThing_isDecidedByItsRule(Case it) {
    fixture.channel.serve(it.served());
    fixture.channel.cancelWindow(it.cancelWindow());
    Order order = it.change().apply(fixture.order("1001", "A")).build();

    Finding finding = eligibility(it.options()).judge(order, NOW);

    assertThat(finding.rule()).isEqualTo(it.rule());
    assertThat(inShort(finding.verdict())).isEqualTo(it.expected());
    assertThat(finding.verdict().why()).doesNotContain("Zanzibara", "Snorkelberry");
  }

  /** Everything that is neither a rule's business nor forbidden ships as soon as it may. */
  @ParameterizedTest
  @EnumSource(
      value = OrderTrait.class,
      names = {
        "SAMPLE",
        "GIFT",
        "LOTTERY",
        "SUBSCRIPTION",
        "REPLACEMENT",
        "EXCHANGE",
        "PRE_ORDER",
        "MADE_TO_ORDER",
        "BACK_ORDER",
        "COMBINABLE",
        "ADDRESS_UPDATED"
      })
  void judge_kindThatShipsLikeOthers_goes(OrderTrait kind) {
    Order order = trait(fixture.order("1001", "A"), kind).build();

    assertThat(eligibility(DEFAULTS).judge(order, NOW).verdict()).isInstanceOf(Verdict.Go.class);
    assertThat(kind.name().toLowerCase(Locale.ROOT)).isIn(kindsInDocs());
  }

  @Test
  void judge_everyTrait_isHeldForAPersonOrShipsLikeOthers() {
    // A trait nobody decided about would go to the network unseen.
    Set<OrderTrait> judged = EnumSet.of(OrderTrait.CHANNEL_HOLD, OrderTrait.BUYER_CANCEL_REQUESTED);
    for (OrderTrait trait : EnumSet.complementOf(EnumSet.copyOf(judged))) {
      Order order = trait(fixture.order("1001", "A"), trait).build();
      boolean goes = eligibility(DEFAULTS).judge(order, NOW).verdict() instanceof Verdict.Go;
      boolean listed = kindsInDocs().contains(trait.name().toLowerCase(Locale.ROOT));
      assertThat(goes).as("%s goes only when docs/eligibility.md says so", trait).isEqualTo(listed);
    }
  }

  @Test
  void rules_eachHasARowInTheDocsInItsOrderWithItsSource() {
    List<Rule> rules = eligibility(DEFAULTS).rules();

    assertThat(rowsOf("## The rules, in their order"))
        .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(4))
        .containsExactlyElementsOf(
            IntStream.range(0, rules.size())
                .mapToObj(i -> (i + 1) + " `" + rules.get(i).name() + "` " + rules.get(i).source())
                .toList());
  }

  @Test
  void rules_eachHasATest() {
    assertThat(eligibility(DEFAULTS).rules().stream().map(Rule::name))
        .doesNotHaveDuplicates()
        .allSatisfy(rule -> assertThat(cases().map(Case::rule)).contains(rule));
  }

  private Eligibility eligibility(EligibilityOptions options) {
    return new Eligibility(options, shop -> fixture.channel, new OrderValidator());
  }

  private static String inShort(Verdict verdict) {
    if (verdict instanceof Verdict.Hold hold) {
      return "hold " + Duration.between(NOW, hold.until());
    }
    if (verdict instanceof Verdict.Grant grant) {
      return "grant " + Duration.between(NOW, grant.until());
    }
    if (verdict instanceof Verdict.Skip skip) {
      return "skip " + skip.reason();
    }
    if (verdict instanceof Verdict.Review review) {
      return "review " + review.code();
    }
    return verdict instanceof Verdict.Cancel ? "cancel" : "go";
  }

  private static Case status(String rule, OrderStatus status, String expected) {
    return when(rule, status.name(), order -> order.status(status, status.name()), expected);
  }

  private static Case kind(String rule, OrderTrait trait) {
    return when(rule, trait.name(), order -> trait(order, trait), "review UNSUPPORTED_ORDER");
  }

  private static Order.Builder trait(Order.Builder order, OrderTrait trait) {
    return order.traits(EnumSet.of(OrderTrait.CHANNEL_HOLD, trait));
  }

  private static Order.Builder paid(Order.Builder order, int minutesAgo) {
    return order.paidAt(NOW.minus(Duration.ofMinutes(minutesAgo)));
  }

  private static Order.Builder units(Order.Builder order, int count) {
    return order.lineItems(
        IntStream.range(0, count).mapToObj(i -> RouterFixture.unit("1001-" + i, "A")).toList());
  }

  private static EligibilityOptions hold(Duration hold) {
    return new EligibilityOptions(hold, false, null, null, RoutingPolicy.allOrders());
  }

  private static Choice hold(Instant until) {
    return Choice.holdUntil(until, "wait");
  }

  private static List<String> kindsInDocs() {
    return rowsOf("## Kinds without a rule").stream()
        .map(row -> row.get(0).replace("`", ""))
        .toList();
  }

  /** Returns the cells of the table under a heading of the docs, without its head. */
  private static List<List<String>> rowsOf(String heading) {
    String text;
    try {
      text = Files.readString(docs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(text).contains(heading);
    return text.substring(text.indexOf(heading))
        .lines()
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  private static Path docs() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(folder -> folder.resolve("docs/eligibility.md"))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow();
  }
}
