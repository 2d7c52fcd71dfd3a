// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.mcfconnector.OrderRouter;
import io.mcfconnector.model.AccountId;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentSnapshot;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.OrderPage;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.store.InMemoryOrderStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample order of the contracts, read over HTTP and routed to where TikTok's rules demand.
 */
class SampleOrdersRoutingIT {

  /** The base time of the samples. */
  private static final Instant BASE = Instant.ofEpochSecond(1_788_264_000);

  private static final String MCF_WAREHOUSE = "7401000000000000001";
  private static final String PREFIX = "order-detail-";

  private final ShopServer server = new ShopServer();
  private final TikTokShopClient client = server.client();
  private final TikTokSalesChannel channel =
      TikTokSalesChannel.builder(client).mcfWarehouses(List.of(MCF_WAREHOUSE)).build();
  private final Ledger network = new Ledger();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  /**
   * Where a sample ends.
   *
   * @param file the sample
   * @param later how long after the samples' base time
   * @param orders for each order in the file its state, the rule that decided, and what is sent
   */
  private record Sample(String file, Duration later, List<String> orders) {
    @Override
    public String toString() {
      return file + " after " + later;
    }
  }

  static Stream<Sample> samples() {
    String three = "PLACED, eligible: JO-BCB-L=2 JO-MUG-BLU=1";
    String bundle = "PLACED, eligible: JO-BCB-L=2 JO-MUG-BLU=4 JO-MUG-WHT=1";
    return Stream.of(
        // Its name has 52 characters, of which Amazon takes 50; nothing is ever cut.
        now("address-updated", "REVIEW ADDRESS_TOO_LONG, invalid"),
        now("awaiting-collection", "SKIPPED ALREADY_SHIPPED, already-shipped"),
        now("awaiting-shipment", three),
        now("back-order", "PLACED, eligible: JO-MUG-WHT=1"),
        now("batch-missing-one", bundle, three),
        now("bundle", bundle),
        now("buyer-cancel-pending", "CANCELLING, buyer-cancel-request"),
        now("cancelled-masked", "CANCELLED, cancelled"),
        now("completed-old-masked", "SKIPPED ALREADY_SHIPPED, already-shipped"),
        now("digital-goods", "SKIPPED DIGITAL, digital"),
        now("fulfilled-by-tiktok", "SKIPPED FULFILLED_BY_CHANNEL, fulfilled-by-channel"),
        now("in-transit-two-packages", "SKIPPED ALREADY_SHIPPED, already-shipped"),
        now("lottery-with-gift-no-hold", "HELD, hold-after-payment"),
        new Sample(
            "lottery-with-gift-no-hold",
            Duration.ofHours(1),
            List.of("PLACED, eligible: 1729500000000000041=1 JO-MUG-BLU=1")),
        now("no-seller-sku-unknown-fields", "PLACED, eligible: 1729500000000000041=1"),
        now("on-hold-empty-address", "HELD, on-hold"),
        now("on-hold-masked", "HELD, on-hold"),
        now("partially-shipping", "PLACED, eligible: JO-BCB-L=1 JO-MUG-WHT=1"),
        now("po-box-collection-point", "REVIEW UNSUPPORTED_ORDER, collection-point"),
        now("replacement-order", "PLACED, eligible: JO-BCB-L=1"),
        now("sample-order", "PLACED, eligible: JO-MUG-BLU=1"),
        now("shipped-by-tiktok", "SKIPPED SHIPPED_BY_CHANNEL, shipped-by-channel"),
        now("unpaid", "HELD, unpaid"));
  }

  private static Sample now(String file, String... orders) {
    return new Sample(file, Duration.ZERO, List.of(orders));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void route_sampleOrder_endsWhereTheRulesDemand(Sample sample) {
    assertThat(routeAll(sample, SampleOrdersRoutingIT::skuOf))
        .containsExactlyElementsOf(sample.orders());
  }

  @Test
  void route_sampleWithoutSellerSkuAndMapping_waitsForAPerson() {
    Sample sample = now("no-seller-sku-unknown-fields");

    assertThat(routeAll(sample, SkuMapper.identity()))
        .containsExactly("REVIEW UNMAPPED_SKU, sku-mapping");
  }

  @Test
  void samples_onDisk_areAllInTheTable() throws IOException {
    try (Stream<Path> files = Files.list(TestFiles.contracts())) {
      assertThat(
              files
                  .map(file -> Objects.toString(file.getFileName()))
                  .filter(name -> name.startsWith(PREFIX))
                  .map(name -> name.substring(PREFIX.length(), name.length() - 5)))
          .containsExactlyInAnyOrderElementsOf(
              samples().map(Sample::file).collect(Collectors.toSet()));
    }
  }

  private List<String> routeAll(Sample sample, SkuMapper mapper) {
    String answer = TestFiles.contract(PREFIX + sample.file() + ".json");
    server.answers(answer);
    OrderPage page = channel.findOrders(List.of(OrderId.of("1")));
    assertThat(page.unreadable()).isEmpty();
    List<String> ends = new ArrayList<>();
    try (OrderRouter router =
        OrderRouter.builder()
            .salesChannel(channel)
            .fulfillmentNetwork(network)
            .store(new InMemoryOrderStore())
            .scheduler(TaskScheduler.inProcess())
            .skuMapper(mapper)
            .clock(Clock.fixed(BASE.plus(sample.later()), ZoneOffset.UTC))
            .build()) {
      page.orders()
          .forEach(
              order -> {
                server.answers(answer);
                ends.add(inShort(router.route(order.id())));
              });
    }
    return ends;
  }

  private String inShort(RoutingRecord record) {
    String reason =
        record.review() != null
            ? " " + record.review().code()
            : record.skipReason() != null ? " " + record.skipReason() : "";
    String rule =
        record.decisions().stream()
            .filter(decision -> decision.stage().equals("assess"))
            .reduce((first, last) -> last)
            .orElseThrow()
            .rule();
    return record.state() + reason + ", " + rule + network.sent(record.fulfillmentOrderId());
  }

  /** The seller SKU, or TikTok's id where there is none; bundles are shipped by their parts. */
  private static Optional<List<SkuMapper.Component>> skuOf(ShopId shop, ChannelSku sku) {
    String name = sku.sellerSku() == null ? sku.id().value() : sku.sellerSku().value();
    return name.startsWith("JO-BNDL")
        ? Optional.empty()
        : Optional.of(List.of(new SkuMapper.Component(Msku.of(name), 1)));
  }

  /** A network that writes down what it is asked to ship. */
  private static final class Ledger implements FulfillmentNetwork {

    private final Map<FulfillmentOrderId, FulfillmentOrder> orders = new TreeMap<>(Ledger::compare);

    private static int compare(FulfillmentOrderId one, FulfillmentOrderId other) {
      return one.value().compareTo(other.value());
    }

    String sent(FulfillmentOrderId id) {
      FulfillmentOrder order = orders.get(id);
      return order == null
          ? ""
          : order.items().stream()
              .collect(
                  Collectors.groupingBy(
                      item -> item.msku().value(),
                      TreeMap::new,
                      Collectors.summingInt(item -> item.quantity())))
              .entrySet()
              .stream()
              .map(Object::toString)
              .collect(Collectors.joining(" ", ": ", ""));
    }

    @Override
    public AccountId account() {
      return AccountId.of("ledger");
    }

    @Override
    public void create(FulfillmentOrder order) {
      orders.put(order.id(), order);
    }

    @Override
    public Optional<FulfillmentSnapshot> find(FulfillmentOrderId id) {
      return Optional.empty();
    }

    @Override
    public Stream<FulfillmentSnapshot.Change> findChanged(Instant since) {
      return Stream.empty();
    }

    @Override
    public void cancel(FulfillmentOrderId id) {
      throw new UnsupportedOperationException("no sample is cancelled after placing");
    }

    @Override
    public Map<Msku, Integer> fulfillableUnits(Collection<Msku> mskus) {
      return Map.of();
    }
  }
}
