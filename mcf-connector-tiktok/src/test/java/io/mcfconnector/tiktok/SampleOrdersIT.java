// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.LineItem;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.OrderStatus;
import io.mcfconnector.model.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample order of the contracts, read over HTTP into the model. */
class SampleOrdersIT {

  private final ShopServer server = new ShopServer();
  private final TikTokSalesChannel channel = TikTokSalesChannel.of(server.client());

  @AfterEach
  void close() {
    server.close();
  }

  /** Units as open/shipped/cancelled; address as clear, masked or none. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "address-updated          | AWAITING_SHIPMENT   | SELLER  | SELLER  | ADDRESS_UPDATED CHANNEL_HOLD | 2/0/0 | 0 | clear",
        "awaiting-collection      | AWAITING_COLLECTION | SELLER  | SELLER  | CHANNEL_HOLD | 0/1/0 | 0 | clear",
        "awaiting-shipment        | AWAITING_SHIPMENT   | SELLER  | SELLER  | CHANNEL_HOLD | 3/0/0 | 0 | clear",
        "back-order               | AWAITING_SHIPMENT   | SELLER  | SELLER  | BACK_ORDER CHANNEL_HOLD | 1/0/0 | 0 | clear",
        "bundle                   | AWAITING_SHIPMENT   | SELLER  | SELLER  | CHANNEL_HOLD | 3/0/0 | 4 | clear",
        "buyer-cancel-pending     | AWAITING_SHIPMENT   | SELLER  | SELLER  | BUYER_CANCEL_REQUESTED CHANNEL_HOLD | 1/0/0 | 0 | clear",
        "cancelled-masked         | CANCELLED           | SELLER  | SELLER  | CHANNEL_HOLD | 0/0/1 | 0 | masked",
        "completed-old-masked     | COMPLETED           | SELLER  | SELLER  | CHANNEL_HOLD | 0/1/0 | 0 | masked",
        "digital-goods            | AWAITING_SHIPMENT   | SELLER  | NOBODY  | -            | 1/0/0 | 0 | none",
        "fulfilled-by-tiktok      | IN_TRANSIT          | CHANNEL | CHANNEL | CHANNEL_HOLD | 0/1/0 | 0 | masked",
        "in-transit-two-packages  | IN_TRANSIT          | SELLER  | SELLER  | CHANNEL_HOLD | 0/3/0 | 0 | clear",
        "lottery-with-gift-no-hold| AWAITING_SHIPMENT   | SELLER  | SELLER  | COMBINABLE GIFT LOTTERY | 2/0/0 | 0 | clear",
        "no-seller-sku-unknown-fields | AWAITING_SHIPMENT | SELLER | SELLER | CHANNEL_HOLD SUBSCRIPTION | 1/0/0 | 0 | clear",
        "on-hold-empty-address    | ON_HOLD             | SELLER  | SELLER  | CHANNEL_HOLD | 1/0/0 | 0 | none",
        "on-hold-masked           | ON_HOLD             | SELLER  | SELLER  | CHANNEL_HOLD | 1/0/0 | 0 | masked",
        "partially-shipping       | PARTIALLY_SHIPPED   | SELLER  | SELLER  | CHANNEL_HOLD | 2/1/0 | 0 | clear",
        "po-box-collection-point  | AWAITING_SHIPMENT   | SELLER  | SELLER  | CHANNEL_HOLD COLLECTION_POINT | 1/0/0 | 0 | clear",
        "replacement-order        | AWAITING_SHIPMENT   | SELLER  | SELLER  | REPLACEMENT  | 1/0/0 | 0 | clear",
        "sample-order             | AWAITING_SHIPMENT   | SELLER  | SELLER  | CHANNEL_HOLD SAMPLE | 1/0/0 | 0 | clear",
        "shipped-by-tiktok        | AWAITING_SHIPMENT   | SELLER  | CHANNEL | CHANNEL_HOLD | 1/0/0 | 0 | masked",
        "unpaid                   | UNPAID              | SELLER  | SELLER  | CHANNEL_HOLD | 1/0/0 | 0 | none"
      })
  void findOrders_sampleOrder_saysWhatTheSampleIsAbout(
      String file,
      OrderStatus status,
      Party fulfilledBy,
      Party shippedBy,
      @org.jspecify.annotations.Nullable String traits,
      String units,
      int bundleParts,
      String address) {
    OrderPage page = read("order-detail-" + file + ".json");

    assertThat(page.unreadable()).isEmpty();
    Order order = page.orders().get(0);
    assertThat(order.status()).isEqualTo(status);
    assertThat(order.fulfilledBy()).isEqualTo(fulfilledBy);
    assertThat(order.shippedBy()).isEqualTo(shippedBy);
    assertThat(order.traits().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
        .isEqualTo(traits == null ? "" : traits);
    assertThat(
            count(order, LineItem.Status.OPEN)
                + "/"
                + count(order, LineItem.Status.SHIPPED)
                + "/"
                + count(order, LineItem.Status.CANCELLED))
        .isEqualTo(units);
    assertThat(order.lineItems().stream().mapToInt(item -> item.bundle().size()).sum())
        .isEqualTo(bundleParts);
    assertThat(shapeOf(order.destination())).isEqualTo(address);
  }

  @Test
  void samples_onDisk_areAllInTheTable() throws IOException {
    try (Stream<Path> files = Files.list(TestFiles.contracts())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("order-detail-"))
          .hasSize(22);
    }
  }

  @Test
  void findOrders_awaitingShipment_hasDeadlinesAndDestination() {
    Order order = read("order-detail-awaiting-shipment.json").orders().get(0);

    assertThat(order.deadlines().shipBy()).isEqualTo(Instant.ofEpochSecond(1_788_418_799));
    assertThat(order.deadlines().cancelledAt()).isEqualTo(Instant.ofEpochSecond(1_789_109_999));
    Address destination = order.destination();
    assertThat(destination).isNotNull();
    if (destination != null) {
      assertThat(destination.city()).isEqualTo("Oakland");
      assertThat(destination.stateOrRegion()).isEqualTo("California");
    }
  }

  @Test
  void findOrders_batchWithAMissingOne_holdsTheOthers() {
    assertThat(read("order-detail-batch-missing-one.json").orders())
        .extracting(order -> order.id().value())
        .containsExactly("577300000000000104", "577300000000000101");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-page1", "-page2", "-page2-with-repeat", "-empty"})
  void findChanged_samplePage_isReadable(String page) {
    server.answers(TestFiles.contract("order-search-response" + page + ".json"));

    OrderPage found = channel.findChanged(Instant.EPOCH, ShopServer.NOW, null);

    assertThat(found.unreadable()).isEmpty();
    assertThat(found.orders().isEmpty()).isEqualTo(page.equals("-empty"));
    assertThat(found.nextPage() != null).isEqualTo(page.equals("-page1"));
  }

  private OrderPage read(String file) {
    server.answers(TestFiles.contract(file));
    return channel.findOrders(List.of(OrderId.of("577300000000000101")));
  }

  private static long count(Order order, LineItem.Status status) {
    return order.lineItems().stream().filter(item -> item.status() == status).count();
  }

  private static String shapeOf(@org.jspecify.annotations.Nullable Address address) {
    if (address == null) {
      return "none";
    }
    return address.postalCode().contains("*") ? "masked" : "clear";
  }
}
