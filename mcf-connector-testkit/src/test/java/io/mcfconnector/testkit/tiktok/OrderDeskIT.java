// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mcfconnector.testkit.tiktok.Caller.Answer;
import io.mcfconnector.testkit.tiktok.SimulatedOrder.HiddenAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderDeskIT extends SimulatorTestBase {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void status_ofNewOrder_movesWithTheClock() {
    SimulatedOrder order = added(samples.unpaid());
    assertStatus(order, "UNPAID", START);

    pass(Duration.ofHours(2));
    assertStatus(order, "ON_HOLD", START.plus(Duration.ofHours(2)));

    pass(HOUR.minusSeconds(1));
    assertStatus(order, "ON_HOLD", START.plus(Duration.ofHours(2)));

    pass(Duration.ofMinutes(5));
    assertStatus(order, "AWAITING_SHIPMENT", START.plus(Duration.ofHours(3)));
    Answer answer = detail(order);
    assertThat(answer.number("data.orders.0.paid_time"))
        .isEqualTo(START.plus(Duration.ofHours(2)).getEpochSecond());
    assertThat(answer.at("data.orders.0.is_on_hold_order")).isEqualTo(true);
  }

  @Test
  void status_ofOrderThatIsNeverHeld_isAwaitingShipmentAtOnce() {
    SimulatedOrder order = added(samples.neverOnHold());

    assertStatus(order, "AWAITING_SHIPMENT", START);
    assertThat(detail(order).at("data.orders.0.is_on_hold_order")).isEqualTo(false);
  }

  @Test
  void status_ofShippedOrder_travelsToItsEnd() {
    SimulatedOrder order = added(samples.plain());
    ship(order, "TBA300000000011", AMAZON);

    assertStatus(order, "AWAITING_COLLECTION", START);
    pass(Duration.ofHours(12));
    assertStatus(order, "IN_TRANSIT", START.plus(Duration.ofHours(12)));
    pass(Duration.ofDays(3));
    assertStatus(order, "DELIVERED", START.plus(Duration.ofHours(84)));
    pass(Duration.ofDays(7));
    assertStatus(order, "COMPLETED", START.plus(Duration.ofHours(252)));
    Answer answer = detail(order);
    assertThat(answer.number("data.orders.0.rts_time")).isEqualTo(START.getEpochSecond());
    assertThat(answer.number("data.orders.0.collection_time"))
        .isEqualTo(START.plus(Duration.ofHours(12)).getEpochSecond());
    assertThat(answer.number("data.orders.0.delivery_time"))
        .isEqualTo(START.plus(Duration.ofHours(84)).getEpochSecond());
    assertThat(answer.text("data.orders.0.line_items.0.package_status")).isEqualTo("COMPLETED");
  }

  @Test
  void status_ofOrderNobodyShips_endsCancelledAtItsDeadline() {
    SimulatedOrder order = added(samples.plain());
    long due = detail(order).number("data.orders.0.shipping_due_time");
    // Paid on Tuesday: seven business days later, with Labor Day counted, is Thursday.
    assertThat(Instant.ofEpochSecond(due)).isEqualTo("2026-09-11T06:59:59Z");
    assertThat(simulator.stock(SampleCatalogue.BOARD_LARGE))
        .isEqualTo(new StockSnapshot(999, 1, 0));

    clock.set(Instant.ofEpochSecond(due - 1));
    assertThat(simulator.order(order.id()).status()).isEqualTo("AWAITING_SHIPMENT");
    pass(Duration.ofSeconds(1));

    assertStatus(order, "CANCELLED", Instant.ofEpochSecond(due));
    Answer answer = fresh(order);
    assertThat(answer.text("data.orders.0.cancellation_initiator")).isEqualTo("SYSTEM");
    assertThat(answer.text("data.orders.0.line_items.0.cancel_user")).isEqualTo("SYSTEM");
    assertThat(simulator.stock(SampleCatalogue.BOARD_LARGE))
        .isEqualTo(new StockSnapshot(1000, 0, 0));
  }

  @Test
  void detail_ofShippableOrder_showsEverything() {
    Recipient recipient =
        new Recipient(
            "Marisol Quintanilla-Reyes",
            "(+1)5105550147",
            "4120 Harbor Finch St",
            "Apt 7C",
            "Oakland",
            "Alameda",
            "California",
            "94601");
    SimulatedOrder order =
        added(
            SimulatedOrder.builder("578100000000000901", recipient)
                .age(Duration.ofHours(2))
                .units(SampleCatalogue.MUG_BLUE, 2)
                .build());

    Answer answer = detail(order);

    assertThat(answer.text("data.orders.0.id")).isEqualTo(order.id());
    assertThat(answer.list("data.orders.0.line_items")).hasSize(2);
    assertThat(answer.text("data.orders.0.line_items.0.id")).isEqualTo("578100000000901001");
    assertThat(answer.text("data.orders.0.line_items.1.id")).isEqualTo("578100000000901002");
    assertThat(answer.text("data.orders.0.line_items.0.seller_sku")).isEqualTo("HL-MUG-BLU");
    assertThat(answer.text("data.orders.0.shipping_type")).isEqualTo("SELLER");
    assertThat(answer.text("data.orders.0.payment.total_amount")).isEqualTo("38.05");
    assertThat(answer.text("data.orders.0.recipient_address.name")).isEqualTo(recipient.name());
    assertThat(answer.text("data.orders.0.recipient_address.address_line1"))
        .isEqualTo(recipient.line1());
    assertThat(answer.text("data.orders.0.recipient_address.full_address"))
        .isEqualTo("4120 Harbor Finch St,Apt 7C,Oakland,Alameda,California,United States");
    assertThat(answer.text("data.orders.0.recipient_address.district_info.1.address_name"))
        .isEqualTo("California");
    assertThat(answer.text("data.orders.0.recipient_address.district_info.3.address_name"))
        .isEqualTo("Oakland");
    assertThat(answer.list("data.orders.0.packages")).isEmpty();
  }

  @Test
  void detail_ofHeldOrder_masksThePerson() {
    SimulatedOrder order = added(samples.onHold());
    Recipient person = order.recipient();

    Answer answer = detail(order);

    assertThat(answer.body())
        .doesNotContain(person.name())
        .doesNotContain(person.line1())
        .doesNotContain("\"" + person.postalCode() + "\"")
        .doesNotContain(person.phone());
    assertThat(answer.text("data.orders.0.recipient_address.phone_number"))
        .matches("\\(\\+1\\)\\d{3}-\\*\\*\\*-01\\d\\d");
    assertThat(answer.text("data.orders.0.recipient_address.name")).contains("***");
    assertThat(answer.text("data.orders.0.recipient_address.postal_code"))
        .isEqualTo(person.postalCode().charAt(0) + "****");
    assertThat(answer.text("data.orders.0.recipient_address.district_info.1.address_name"))
        .isEqualTo(person.state());
    assertThat(answer.text("data.orders.0.recipient_address.district_info.2.address_name"))
        .isEqualTo(person.county());
    assertThat(answer.text("data.orders.0.recipient_address.district_info.3.address_name"))
        .contains("***");
    assertThat(answer.text("data.orders.0.line_items.0.display_status"))
        .isEqualTo("AWAITING_SHIPMENT");

    pass(HOUR);
    assertThat(detail(order).body()).contains(person.line1()).contains(person.name());
  }

  @Test
  void detail_ofHeldOrder_mayHaveEmptyOrNoAddress() {
    SimulatedOrder absent = added(samples.onHoldWithoutAddress());
    SimulatedOrder empty =
        added(
            SimulatedOrder.builder("578100000000000902", samples.recipient())
                .hiddenAddress(HiddenAddress.EMPTY)
                .units(SampleCatalogue.MUG_BLUE, 1)
                .build());

    assertThat(detail(absent).at("data.orders.0.recipient_address")).isNull();
    assertThat(detail(empty).text("data.orders.0.recipient_address.address_line1")).isEmpty();
    assertThat(detail(empty).list("data.orders.0.recipient_address.district_info")).isEmpty();
  }

  @Test
  void detail_ofOrdersThatTikTokShips_isMaskedWhenShippable() {
    SimulatedOrder label = added(samples.labelByTikTok());
    SimulatedOrder fulfilled = added(samples.fulfilledByTikTok());
    SimulatedOrder masked = added(samples.maskedAddress());

    Answer labelled = detail(label);
    assertThat(labelled.text("data.orders.0.status")).isEqualTo("AWAITING_SHIPMENT");
    assertThat(labelled.text("data.orders.0.shipping_type")).isEqualTo("TIKTOK");
    assertThat(labelled.body()).doesNotContain(label.recipient().line1());
    Answer byTikTok = detail(fulfilled);
    assertThat(byTikTok.text("data.orders.0.fulfillment_type")).isEqualTo("FULFILLMENT_BY_TIKTOK");
    assertThat(byTikTok.body()).doesNotContain(fulfilled.recipient().line1());
    assertThat(byTikTok.text("data.orders.0.recipient_address.district_info.3.address_name"))
        .isEqualTo(fulfilled.recipient().city());
    assertThat(detail(masked).text("data.orders.0.shipping_type")).isEqualTo("SELLER");
    assertThat(detail(masked).body()).doesNotContain(masked.recipient().line1());
  }

  @Test
  void detail_longAfterTheEnd_isMaskedAgain() {
    SimulatedOrder order = added(samples.plain());
    ship(order, "TBA300000000011", AMAZON);
    pass(Duration.ofHours(252).plusDays(30).minusSeconds(1));
    assertThat(fresh(order).body()).contains(order.recipient().line1());
    pass(Duration.ofSeconds(1));

    assertThat(detail(order).body()).doesNotContain(order.recipient().line1());
  }

  @Test
  void detail_ofBundle_namesItsComponents() {
    Answer answer = detail(added(samples.bundle()));

    assertThat(answer.text("data.orders.0.line_items.0.combined_listing_skus.0.seller_sku"))
        .isEqualTo("HL-BCB-S");
    assertThat(answer.number("data.orders.0.line_items.0.combined_listing_skus.1.sku_count"))
        .isEqualTo(2);
    assertThat(simulator.stock(SampleCatalogue.MUG_BLUE).committed()).isEqualTo(2);
  }

  @Test
  void detail_ofSomeUnknownIds_leavesThemOut() {
    SimulatedOrder order = added(samples.plain());

    Answer answer =
        caller.get(ORDERS, "ids", "578199999999999999," + order.id() + "," + order.id());

    assertThat(answer.list("data.orders")).hasSize(1);
  }

  @Test
  void detail_withoutOrWithTooManyIds_isRefused() {
    assertThat(caller.get(ORDERS).code()).isEqualTo(36009004);
    assertThat(caller.get(ORDERS, "ids", ids(50)).code()).isZero();
    assertThat(caller.get(ORDERS, "ids", ids(51)).code()).isEqualTo(36009004);
  }

  @Test
  void search_nothingFound_hasNoOrders() {
    Answer answer = caller.post(SEARCH, "", "page_size", "10");

    assertThat(answer.code()).isZero();
    assertThat(answer.number("data.total_count")).isZero();
    assertThat(answer.text("data.next_page_token")).isEmpty();
    assertThat(answer.at("data.orders")).isNull();
  }

  @Test
  void search_manyOrders_comesInPagesOfTheAskedOrder() {
    List<String> added = new ArrayList<>();
    for (SimulatedOrder order : samples.next(7)) {
      added.add(added(order).id());
      pass(Duration.ofSeconds(10));
    }
    List<String> found = new ArrayList<>();
    String token = "";
    do {
      Answer page =
          caller.post(
              SEARCH,
              "",
              "page_size",
              "3",
              "page_token",
              token,
              "sort_field",
              "update_time",
              "sort_order",
              "ASC");
      assertThat(page.number("data.total_count")).isEqualTo(7);
      for (int i = 0; i < page.list("data.orders").size(); i++) {
        found.add(page.text("data.orders." + i + ".id"));
      }
      token = page.text("data.next_page_token");
      assertThat(token)
          .satisfiesAnyOf(t -> assertThat(t).isEmpty(), t -> assertThat(t).contains("+", "/", "="));
    } while (!token.isEmpty());

    assertThat(found).isEqualTo(added);
    Collections.reverse(added);
    assertThat(caller.post(SEARCH, "", "page_size", "1").text("data.orders.0.id"))
        .as("newest first unless asked otherwise")
        .isEqualTo(added.get(0));
  }

  @Test
  void search_byTimeAndStatus_findsWhatFits() {
    SimulatedOrder old = added(samples.plain());
    pass(HOUR);
    SimulatedOrder young = added(samples.onHold());
    simulator.requestCancel(old.id());
    long now = clock.instant().getEpochSecond();

    assertFinds("{\"order_status\":\"ON_HOLD\"}", young);
    assertFinds("{\"create_time_ge\":" + now + "}", young);
    assertFinds("{\"create_time_lt\":" + now + "}", old);
    assertFinds("{\"update_time_lt\":" + now + "}");
    assertFinds("{\"update_time_ge\":" + now + "}", young, old);
    assertFinds("{\"is_buyer_request_cancel\":true}", old);
    assertFinds("{\"shipping_type\":\"TIKTOK\"}");
    assertFinds("{\"warehouse_ids\":[\"" + SampleCatalogue.WAREHOUSE + "\"]}", young, old);
    assertFinds("{\"warehouse_ids\":[\"1\"]}");
    assertFinds("{\"buyer_user_id\":\"" + OrderDeskIT.buyer(old) + "\"}", old);
  }

  @Test
  void search_badParameters_areRefused() {
    assertThat(caller.post(SEARCH, "").code()).isEqualTo(36009004);
    for (String[] query :
        new String[][] {
          {"page_size", "0"},
          {"page_size", "101"},
          {"page_size", "many"},
          {"page_size", "10", "page_token", "guess"},
          {"page_size", "10", "page_token", "+/+/guess!"},
          {"page_size", "10", "sort_field", "paid_time"},
          {"page_size", "10", "sort_order", "UP"},
          {"page_size", "10", "create_time_ge", "1788264000"}
        }) {
      assertThat(caller.post(SEARCH, "", query).code())
          .as(String.join("=", query))
          .isEqualTo(36009004);
    }
    for (String body :
        List.of(
            "{\"order_status\":\"LOST\"}",
            "{\"order_status\":[\"ON_HOLD\"]}",
            "{\"shipping_type\":\"BY_SEA\"}",
            "{\"warehouse_ids\":[1]}",
            "{\"is_buyer_request_cancel\":\"true\"}",
            "{\"warehouse_ids\":[\""
                + String.join("\",\"", Collections.nCopies(101, "1"))
                + "\"]}")) {
      assertThat(caller.post(SEARCH, body, "page_size", "10").code()).as(body).isEqualTo(36009004);
    }
  }

  @Test
  void requestCancel_withoutAnswer_isGrantedAfterTwoDays() {
    SimulatedOrder order = added(samples.plain());
    simulator.requestCancel(order.id());
    assertThat(detail(order).at("data.orders.0.is_buyer_request_cancel")).isEqualTo(true);
    assertThat(simulator.order(order.id()).cancelRequested()).isTrue();

    pass(Duration.ofDays(2));

    assertStatus(order, "CANCELLED", START.plus(Duration.ofDays(2)));
    assertThat(detail(order).text("data.orders.0.cancellation_initiator")).isEqualTo("BUYER");
  }

  @Test
  void requestCancel_whenNotShippable_isRefused() {
    SimulatedOrder held = added(samples.onHold());

    assertThatIllegalStateException().isThrownBy(() -> simulator.requestCancel(held.id()));
  }

  @Test
  void cancel_duringHold_hidesAndReleases() {
    SimulatedOrder order = added(samples.onHold());
    simulator.cancel(order.id());

    assertStatus(order, "CANCELLED", START);
    assertThat(detail(order).body()).doesNotContain(order.recipient().line1());
    assertThat(simulator.stock(SampleCatalogue.BOARD_SMALL).available()).isEqualTo(1000);
    assertThatIllegalStateException()
        .isThrownBy(() -> simulator.cancel(order.id()))
        .withMessageContaining("CANCELLED");
  }

  @Test
  void changeAddress_beforeShipping_isMarkedAndShown() {
    SimulatedOrder order = added(samples.plain());
    Recipient moved = samples.recipient();
    pass(HOUR);
    simulator.changeAddress(order.id(), moved);

    assertStatus(order, "AWAITING_SHIPMENT", START.plus(HOUR));
    Answer answer = detail(order);
    assertThat(answer.at("data.orders.0.has_updated_recipient_address")).isEqualTo(true);
    assertThat(answer.text("data.orders.0.recipient_address.address_line1"))
        .isEqualTo(moved.line1());
  }

  @Test
  void add_sameIdOrUnknownSku_isRefused() {
    SimulatedOrder order = added(samples.plain());

    assertThatIllegalArgumentException().isThrownBy(() -> simulator.add(order));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                simulator.add(
                    SimulatedOrder.builder("578100000000000903", samples.recipient())
                        .units("1", 1)
                        .build()));
    assertThatIllegalArgumentException().isThrownBy(() -> simulator.order("578100000000000903"));
    assertThat(simulator.orders()).hasSize(1);
  }

  private static String buyer(SimulatedOrder order) {
    return "74948452" + order.id().substring(order.id().length() - 11);
  }

  private static String ids(int count) {
    return String.join(
        ",",
        IntStream.range(0, count).mapToObj(i -> Long.toString(578100000000000000L + i)).toList());
  }

  private Answer detail(SimulatedOrder order) {
    return caller.get(ORDERS, "ids", order.id());
  }

  /** Asks with a token that is not older than the test's long journey. */
  private Answer fresh(SimulatedOrder order) {
    TestTokens.refresh(simulator, caller);
    return detail(order);
  }

  private void assertStatus(SimulatedOrder order, String status, Instant updatedAt) {
    OrderSnapshot snapshot = simulator.order(order.id());
    assertThat(snapshot.status()).isEqualTo(status);
    assertThat(snapshot.updatedAt()).isEqualTo(updatedAt);
    Answer answer = fresh(order);
    assertThat(answer.text("data.orders.0.status")).isEqualTo(status);
    assertThat(answer.number("data.orders.0.update_time")).isEqualTo(updatedAt.getEpochSecond());
  }

  private void assertFinds(String body, SimulatedOrder... expected) {
    Answer answer = caller.post(SEARCH, body, "page_size", "100");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < answer.list("data.orders").size(); i++) {
      ids.add(answer.text("data.orders." + i + ".id"));
    }
    assertThat(ids)
        .as(body)
        .containsExactly(
            java.util.Arrays.stream(expected).map(SimulatedOrder::id).toArray(String[]::new));
  }
}
