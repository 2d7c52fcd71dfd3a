// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Faults;
import io.mcfconnector.testkit.http.SimulatorServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs a TikTok Shop on a loopback port, as strict as TikTok: it checks signature, timestamp, token
 * and cipher of each call, hides addresses, counts calls, and takes packages only when an order may
 * be shipped. Its orders live on the given clock: they are held for an hour, travel after they are
 * shipped, and are cancelled when nobody ships them.
 *
 * <p>Serves both hosts, so {@link #url()} is the API base URL and the authorization base URL.
 * Operations, by the names that {@link #faults()}, {@link #exchanges(String)} and {@link
 * Builder#quota(String, double)} use: {@code getToken}, {@code refreshToken}, {@code
 * getAuthorizedShops}, {@code searchOrders}, {@code getOrders}, {@code markPackageAsShipped},
 * {@code updatePackageShippingInfo}, {@code updateOrderShippingInfo}, {@code getWarehouses}, {@code
 * getDeliveryOptions}, {@code getShippingProviders}, {@code searchProducts}, {@code
 * searchInventory}, {@code updateInventory}, {@code getProduct}, {@code deauthorizeShop}, {@code
 * getActiveShops}, {@code getSellerStatus}, {@code getOrdersV202507}, {@code getPriceDetail},
 * {@code addExternalOrderReferences}, {@code getExternalOrderReferences}, {@code
 * searchOrderByExternalOrderReference}, {@code shipPackage}, {@code splitOrder}, {@code
 * getOrderSplitAttributes}, {@code searchPackages}, {@code getPackageDetail}, {@code getTracking},
 * {@code validateTracking}, {@code createWarehouse}, {@code cancelOrder}, {@code
 * searchCancellations}, {@code approveCancellation}, {@code rejectCancellation}, {@code
 * getRejectReasons}, {@code searchReturns}, {@code getShopWebhooks}, {@code updateShopWebhook},
 * {@code deleteShopWebhook}.
 *
 * <p>Thread-safe.
 */
public final class TikTokShopSimulator implements AutoCloseable {

  private final AppAndShop settings;
  private final ShopWorld world;
  private final TokenDesk tokens;
  private final StockDesk stock;
  private final People people;
  private final NumberCheck numbers = new NumberCheck();
  private final FulfillmentDesk fulfillment;
  private final WebhookDesk webhooks;
  private final WebhookTarget webhookTarget;
  private final SimulatorServer server;

  private TikTokShopSimulator(Builder builder) {
    Clock clock = builder.clock;
    settings =
        new AppAndShop(
            builder.appKey,
            builder.appSecret,
            builder.scopes,
            builder.shopId,
            builder.shopCipher,
            builder.shopName,
            builder.region,
            builder.sellerType);
    world =
        new ShopWorld(
            clock,
            builder.shopId,
            builder.pace,
            new Stockroom(builder.products),
            new McfWarehouses(builder.mcfWarehouses));
    tokens = new TokenDesk(clock, settings);
    stock = new StockDesk(world, builder.zeroStockAccepted);
    ReturnsDesk returns = new ReturnsDesk(world);
    people = new People(world, returns);
    fulfillment = new FulfillmentDesk(world, numbers);
    webhooks = new WebhookDesk(world, settings, builder.webhookFaults);
    webhookTarget = builder.webhookTarget;
    CallQuota quota = new CallQuota(clock, builder.callsPerSecond, builder.quotas);
    Gate gate = new Gate(clock, settings, tokens, quota);
    server =
        new SimulatorServer(
            clock,
            new TikTokPlatform(
                new Envelope(clock),
                gate,
                tokens,
                world,
                fulfillment,
                new LogisticsDesk(world, builder.sellerShips, builder.withheldProviders),
                stock,
                new CancellationDesk(world, builder.rejectOffered),
                returns,
                new EventDesk(clock)));
  }

  /** Returns a builder for a simulator that lives on this clock. */
  public static Builder builder(Clock clock) {
    return new Builder(clock);
  }

  /** Returns the base URL of both hosts, without a slash at its end. */
  public String url() {
    return server.url();
  }

  /** Returns the key of the only app that may call. */
  public String appKey() {
    return settings.appKey();
  }

  /** Returns the app's secret. */
  public String appSecret() {
    return settings.appSecret();
  }

  /** Returns the shop's id. */
  public String shopId() {
    return settings.shopId();
  }

  /** Returns the cipher that calls for the shop need. */
  public String shopCipher() {
    return settings.shopCipher();
  }

  /** Returns the access token that is good now; a refresh replaces it. */
  public String accessToken() {
    return read(tokens::accessToken);
  }

  /** Returns the refresh token that is good now; a refresh replaces it. */
  public String refreshToken() {
    return read(tokens::refreshToken);
  }

  /** Lets the seller give consent; returns a code that works once, within 30 minutes. */
  public String newAuthCode() {
    return read(tokens::newAuthCode);
  }

  /** Ends the life of the access token. */
  public void expireAccessToken() {
    server.change(tokens::expireAccessToken);
  }

  /** Ends the seller's authorization; only a new consent helps. */
  public void expireRefreshToken() {
    server.change(tokens::expireRefreshToken);
  }

  /** Lets TikTok deactivate the seller: calls for the shop are refused from now on. */
  public void deactivateSeller() {
    server.change(tokens::deactivateSeller);
  }

  /**
   * Lets a buyer order. Fewer units can be ordered from now on.
   *
   * @throws IllegalArgumentException when the order id is taken or a SKU is not sold here
   */
  public void add(SimulatedOrder order) {
    server.change(() -> world.add(order));
  }

  /** Returns an order as it stands now. */
  public OrderSnapshot order(String orderId) {
    return read(() -> people.known(orderId).snapshot());
  }

  /** Returns all orders as they stand now, in the order in which they were added. */
  public List<OrderSnapshot> orders() {
    return read(() -> world.orders().stream().map(LiveOrder::snapshot).toList());
  }

  /** Returns what is left of a SKU. */
  public StockSnapshot stock(String skuId) {
    return read(
        () -> {
          world.orders();
          return world.stock().snapshot(skuId);
        });
  }

  /**
   * Lets the buyer ask for the cancellation of these units, or of all that are still to be shipped
   * when none is named. Without an answer it is granted after 48 hours; shipping any of the units
   * rejects it. The same request again changes nothing.
   *
   * @throws IllegalStateException when a buyer can no longer ask, still cancels freely, or has
   *     another request open
   */
  public void requestCancel(String orderId, String... unitIds) {
    server.change(() -> people.requestCancel(orderId, unitIds));
  }

  /**
   * Lets the buyer take its open cancel request back.
   *
   * @throws IllegalStateException when none is open
   */
  public void withdrawCancel(String orderId) {
    server.change(() -> people.withdrawCancel(orderId));
  }

  /**
   * Lets the buyer cancel without asking, or the shop grant an open request.
   *
   * @throws IllegalStateException when units of the order were shipped
   */
  public void cancel(String orderId) {
    server.change(() -> people.cancel(orderId));
  }

  /**
   * Lets the buyer change the address.
   *
   * @throws IllegalStateException when the order was shipped or cancelled
   */
  public void changeAddress(String orderId, Recipient recipient) {
    server.change(() -> people.changeAddress(orderId, recipient));
  }

  /**
   * Lets the buyer ask to send an order back.
   *
   * @throws IllegalStateException when it was not delivered yet
   */
  public void requestReturn(String orderId) {
    server.change(() -> people.requestReturn(orderId));
  }

  /**
   * Lets a person ship in Seller Center: these units, or all that are left when none is named.
   *
   * @throws IllegalStateException when the shop refuses, with its code
   */
  public void shipByHand(
      String orderId, String trackingNumber, String providerId, String... unitIds) {
    server.change(
        () -> fulfillment.shipByHand(orderId, trackingNumber, providerId, List.of(unitIds)));
  }

  /**
   * Refuses to ship with this code while a buyer's cancel request is open, as TikTok's list of
   * errors has it (21011007 or 21008044); with 0 shipping rejects the request, as it is unless set.
   */
  public void blockShippingOnCancelRequest(int code) {
    server.change(() -> fulfillment.blockOnCancelRequest(code));
  }

  /** Takes the next number that is sent, first or corrected, with this warning. */
  public void warnNext(ShippingWarning warning) {
    server.change(() -> numbers.warnNext(warning));
  }

  /** Takes this number with this warning whenever it is sent; stronger than {@link #warnNext}. */
  public void warnFor(String trackingNumber, ShippingWarning warning) {
    server.change(() -> numbers.warnFor(trackingNumber, warning));
  }

  /**
   * Returns how many parcels of this MCF warehouse were ever given a number that is not MCF's, or
   * another provider than Amazon; 0 for a warehouse that {@link Builder#mcfWarehouse} does not
   * name.
   */
  public int wrongNumbers(String warehouseId) {
    return read(() -> world.warehouses().wrongNumbers(warehouseId));
  }

  /** Returns whether TikTok has disabled a warehouse, by itself or by {@link #disableWarehouse}. */
  public boolean isSwitchedOff(String warehouseId) {
    return read(() -> world.warehouses().isDisabled(warehouseId));
  }

  /** Lets a promotion begin: stock of the SKU cannot be lowered any more. */
  public void lockStock(String skuId) {
    server.change(() -> stock.lock(skuId));
  }

  /** Lets TikTok disable a warehouse: its stock cannot be written any more. */
  public void disableWarehouse(String warehouseId) {
    server.change(() -> world.warehouses().disable(warehouseId));
  }

  /**
   * Tells the target of {@link Builder#webhooks} what changed since the last call, signed, and what
   * it was told and did not answer with 200: after 2 minutes, 30 minutes, 3 hours and 12 hours once
   * more. What changed twice meanwhile is told once. Nothing is sent by itself, so that a test
   * decides when.
   *
   * @return how many messages were sent
   */
  public int sendWebhooks() {
    List<WebhookDesk.Message> due = read(webhooks::takeDue);
    for (WebhookDesk.Message message : due) {
      if (!isAnswered(message)) {
        server.change(() -> webhooks.failed(message));
      }
    }
    return due.size();
  }

  private boolean isAnswered(WebhookDesk.Message message) {
    try {
      return webhookTarget.deliver(message.headers(), message.body().getBytes(UTF_8)) == 200;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Returns the plan of what goes wrong. */
  public Faults faults() {
    return server.faults();
  }

  /** Returns all exchanges so far, oldest first. */
  public List<Exchange> exchanges() {
    return server.exchanges();
  }

  /** Returns the exchanges of one operation, oldest first. */
  public List<Exchange> exchanges(String operation) {
    return server.exchanges(operation);
  }

  /** Forgets the exchanges so far; a long simulation would keep them all. */
  public void forgetExchanges() {
    server.forgetExchanges();
  }

  @Override
  public void close() {
    server.close();
  }

  private <T> T read(Supplier<T> reader) {
    List<T> result = new ArrayList<>();
    server.change(() -> result.add(reader.get()));
    return result.get(0);
  }

  /** Collects the settings of a simulator. Not thread-safe. */
  public static final class Builder {
    private final Clock clock;
    private final Map<String, Double> quotas = new HashMap<>();
    private String appKey = "6hsimulated7k2p";
    private String appSecret = "simulated0app0secret0d4c2be9571360a8e6d4";
    private String shopId = "7496100000000000777";
    private String shopCipher = "TTP_SIMULATED1AAAAexampleCipher01";
    private String shopName = "Harbor Lane Home Goods";
    private String region = "US";
    private String sellerType = "LOCAL";
    private boolean sellerShips = true;
    private final Set<String> scopes = new HashSet<>(Route.scopes());
    private final Set<String> withheldProviders = new HashSet<>();
    private List<SimulatedProduct> products = SampleCatalogue.products();
    private Pace pace = Pace.USUAL;
    private double callsPerSecond = 50;
    private boolean zeroStockAccepted = true;
    private boolean rejectOffered;
    private WebhookTarget webhookTarget = (headers, body) -> 200;
    private WebhookFaults webhookFaults = WebhookFaults.NONE;
    private final Set<String> mcfWarehouses = new HashSet<>();

    private Builder(Clock clock) {
      this.clock = clock;
    }

    /** Sets the app that may call. */
    public Builder app(String key, String secret) {
      this.appKey = key;
      this.appSecret = secret;
      return this;
    }

    /** Sets the shop. */
    public Builder shop(String id, String cipher, String name) {
      this.shopId = id;
      this.shopCipher = cipher;
      this.shopName = name;
      return this;
    }

    /**
     * Sets the shop's market, and whether its seller is a local one; {@code US} and {@code LOCAL}
     * unless set.
     */
    public Builder market(String region, String sellerType) {
      this.region = region;
      this.sellerType = sellerType;
      return this;
    }

    /** Takes a scope from the app, such as {@code seller.logistics}; it has all unless set. */
    public Builder withoutScope(String scope) {
      scopes.remove(scope);
      return this;
    }

    /** Leaves the shop no delivery option that the seller ships; it has one unless set. */
    public Builder withoutSellerShipping() {
      this.sellerShips = false;
      return this;
    }

    /** Withholds a carrier, such as {@code Amazon Logistics}; all are offered unless set. */
    public Builder withoutProvider(String name) {
      withheldProviders.add(name);
      return this;
    }

    /** Sets the products; those of {@link SampleCatalogue} unless set. */
    public Builder products(List<SimulatedProduct> products) {
      this.products = List.copyOf(products);
      return this;
    }

    /**
     * Sets how long parcels take: from shipped to the carrier's first scan (12 hours unless set),
     * on to the buyer (3 days), on to the end of the order (7 days).
     */
    public Builder travelTimes(
        Duration untilCollected, Duration untilDelivered, Duration untilCompleted) {
      this.pace = new Pace(untilCollected, untilDelivered, untilCompleted);
      return this;
    }

    /** Sets the calls each operation may have in a second; 50 unless set. */
    public Builder quota(double callsPerSecond) {
      this.callsPerSecond = callsPerSecond;
      return this;
    }

    /** Sets the calls one operation may have in a second. */
    public Builder quota(String operation, double callsPerSecond) {
      quotas.put(operation, callsPerSecond);
      return this;
    }

    /**
     * Sets whether a quantity of 0 can be written; true unless set. TikTok's pages contradict each
     * other, so a client should live with both.
     */
    public Builder zeroStockAccepted(boolean accepted) {
      this.zeroStockAccepted = accepted;
      return this;
    }

    /**
     * Lets the seller reject a buyer's cancel request, as in markets other than the US; not offered
     * unless set. There, shipping is the only way to reject.
     */
    public Builder cancelRejectOffered() {
      this.rejectOffered = true;
      return this;
    }

    /**
     * Declares a warehouse that serves MCF only; may be called for several, none unless set. Five
     * parcels with numbers that are not MCF's (AFTN or TBA with digits, by Amazon) disable it.
     */
    public Builder mcfWarehouse(String warehouseId) {
      mcfWarehouses.add(warehouseId);
      return this;
    }

    /** Sets where {@link TikTokShopSimulator#sendWebhooks} sends; nowhere unless set. */
    public Builder webhooks(WebhookTarget target) {
      this.webhookTarget = target;
      return this;
    }

    /** Sets what goes wrong with webhooks; nothing unless set. */
    public Builder webhookFaults(WebhookFaults faults) {
      this.webhookFaults = faults;
      return this;
    }

    /** Starts the simulator. */
    public TikTokShopSimulator start() {
      return new TikTokShopSimulator(this);
    }
  }
}
