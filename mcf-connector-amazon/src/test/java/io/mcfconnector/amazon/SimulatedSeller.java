// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.auth.AwsCredentials;
import io.mcfconnector.model.FulfillmentOrder;
import io.mcfconnector.model.FulfillmentOrderId;
import io.mcfconnector.model.FulfillmentOrderItem;
import io.mcfconnector.model.LineItemId;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ShippingSpeed;
import io.mcfconnector.testkit.VirtualTime;
import io.mcfconnector.testkit.amazon.SellingPartnerSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A simulated Amazon, a client for it over real HTTP, and the virtual time both live in. */
final class SimulatedSeller implements AutoCloseable {

  static final Instant START = Instant.parse("2026-09-01T14:00:00Z");

  /** Real time: so long an impatient client waits for an answer that does not come. */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final VirtualTime time = VirtualTime.startingAt(START);
  final SellingPartnerSimulator amazon;
  final AmazonFulfillmentNetwork network;
  final SellingPartnerClient client;

  private SimulatedSeller(
      OutboundVersion version,
      OutboundVersion readVersion,
      Setup setup,
      boolean signed,
      Duration callTimeout) {
    SellingPartnerSimulator.Builder builder = SellingPartnerSimulator.builder(time.clock());
    setup.change(builder);
    if (signed) {
      builder.awsCredentials("AKIASIMULATED", "simulated/secret+key");
    }
    amazon = builder.start();
    SellingPartnerClient.Builder settings =
        SellingPartnerClient.builder()
            .env(
                Map.of(
                    "AMAZON_CLIENT_ID", amazon.clientId(),
                    "AMAZON_CLIENT_SECRET", amazon.clientSecret(),
                    "AMAZON_REFRESH_TOKEN", amazon.refreshToken(),
                    "AMAZON_API_BASE_URL", amazon.url(),
                    "AMAZON_LWA_URL", amazon.lwaUrl(),
                    "AMAZON_OUTBOUND_VERSION", version.date(),
                    "AMAZON_OUTBOUND_READ_VERSION", readVersion.date()))
            .clock(time.clock())
            .pause(time.pause())
            .callTimeout(callTimeout);
    if (signed) {
      settings.awsCredentials(new AwsCredentials("AKIASIMULATED", "simulated/secret+key"));
    }
    client = settings.build();
    network = AmazonFulfillmentNetwork.of(client);
    amazon.stock("MUG", 1000);
    amazon.stock("CUP", 1000);
  }

  /** Changes the settings of the simulator. */
  interface Setup {
    void change(SellingPartnerSimulator.Builder simulator);
  }

  static SimulatedSeller start(OutboundVersion version) {
    return start(version, simulator -> {});
  }

  static SimulatedSeller start(OutboundVersion version, Setup setup) {
    return new SimulatedSeller(version, version, setup, false, PATIENCE);
  }

  /** Starts with one version to write and one to read. */
  static SimulatedSeller start(
      OutboundVersion version, OutboundVersion readVersion, boolean signed) {
    return new SimulatedSeller(version, readVersion, simulator -> {}, signed, PATIENCE);
  }

  /** Starts with a client that gives up after {@link #CALL_TIMEOUT}. */
  static SimulatedSeller startImpatient(OutboundVersion version) {
    return new SimulatedSeller(version, version, simulator -> {}, false, CALL_TIMEOUT);
  }

  /** Lets time pass until so long after the start. */
  void at(Duration afterStart) {
    time.runUntil(START.plus(afterStart));
  }

  static FulfillmentOrder order(String id, FulfillmentOrderItem... items) {
    return new FulfillmentOrder(
        FulfillmentOrderId.of(id),
        OrderId.of("576460752303423488"),
        START,
        ShippingSpeed.STANDARD,
        Samples.address(),
        List.of(items));
  }

  static FulfillmentOrderItem item(String id, String msku, int units) {
    return new FulfillmentOrderItem(
        id,
        Msku.of(msku),
        IntStream.range(0, units).mapToObj(i -> LineItemId.of(id + "-" + i)).toList());
  }

  /** Returns Amazon's name of an operation, which is not the same in both versions. */
  static String operation(OutboundVersion version, Operation operation) {
    return version == OutboundVersion.V2020_07_01 ? operation.name2020 : operation.name2026;
  }

  /** What both versions can do. */
  enum Operation {
    CREATE("createFulfillmentOrder", "createOrder"),
    READ("getFulfillmentOrder", "getOrder"),
    LIST("listAllFulfillmentOrders", "listOrders"),
    CANCEL("cancelFulfillmentOrder", "cancelOrder");

    private final String name2020;
    private final String name2026;

    Operation(String name2020, String name2026) {
      this.name2020 = name2020;
      this.name2026 = name2026;
    }
  }

  @Override
  public void close() {
    client.close();
    amazon.close();
  }
}
