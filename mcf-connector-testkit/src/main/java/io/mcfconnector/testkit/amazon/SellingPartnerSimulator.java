// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.http.Exchange;
import io.mcfconnector.testkit.http.Faults;
import io.mcfconnector.testkit.http.SimulatorServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A seller's Amazon on a loopback port: Login with Amazon, Fulfillment Outbound 2020-07-01 and
 * 2026-07-04 over the same orders, FBA Inventory and Notifications.
 *
 * <p>It is as strict as the platform: tokens, signatures, required fields, limits and quotas are
 * checked, and refusals use Amazon's words. Orders live on the given clock; nothing runs in the
 * background, whoever looks sees what the clock says. Point a client at {@link #url()} and {@link
 * #lwaUrl()} with {@link #clientId()}, {@link #clientSecret()} and {@link #refreshToken()}.
 *
 * <p>Operations, for faults and exchanges, have Amazon's names ({@code createFulfillmentOrder},
 * {@code getOrder}, {@code getInventorySummaries}, …); the token call is {@code
 * requestAccessToken}.
 *
 * <p>Thread-safe. {@link #close()} frees the port.
 */
public final class SellingPartnerSimulator implements AutoCloseable {

  private static final String SELLER_ID = "A3SIMULATEDSELLER";

  private final Builder settings;
  private final FulfillmentWorld world;
  private final LwaDesk lwa;
  private final Frontier frontier;
  private final SimulatorServer server;

  private SellingPartnerSimulator(Builder settings) {
    this.settings = settings;
    world = new FulfillmentWorld(settings.clock, settings.stockLag, settings.missingOrdersAs400);
    lwa = new LwaDesk(settings.clientId, settings.clientSecret, settings.refreshToken);
    Marketplace marketplace = settings.marketplace;
    SignatureCheck signatures =
        settings.awsKeys == null
            ? null
            : new SignatureCheck(
                settings.awsKeys.accessKey, settings.awsKeys.secretKey, marketplace.awsRegion());
    frontier = new Frontier(lwa, signatures, settings.quota, settings.sandbox);
    NotificationDesk notifications = new NotificationDesk(settings.pageSize, world);
    Consumer<String> sink = settings.notifications;
    if (sink != null) {
      world.tell(
          new NotificationSender(
              world, notifications, SELLER_ID, marketplace.id(), settings.delivery, sink));
    }
    server =
        new SimulatorServer(
            settings.clock,
            new SellingPartnerPlatform(
                world,
                lwa,
                frontier,
                settings.quota,
                Desks.of(
                    world, marketplace, notifications, settings.pageSize, settings.createsAtOnce)));
  }

  /** Returns the settings of a simulator that lives on this clock. */
  public static Builder builder(Clock clock) {
    return new Builder(clock);
  }

  /** Starts a simulator with all defaults. */
  public static SellingPartnerSimulator start(Clock clock) {
    return builder(clock).start();
  }

  /** Returns the base URL of the Selling Partner API, without a slash at its end. */
  public String url() {
    return server.url();
  }

  /** Returns the whole URL of the token endpoint. */
  public String lwaUrl() {
    return server.url() + Routes.TOKEN_PATH;
  }

  /** Returns the client id that the token endpoint accepts. */
  public String clientId() {
    return settings.clientId;
  }

  /** Returns the client secret that the token endpoint accepts. */
  public String clientSecret() {
    return settings.clientSecret;
  }

  /** Returns the seller's refresh token. */
  public String refreshToken() {
    return settings.refreshToken;
  }

  /** Returns the seller's id, as notifications name it. */
  public String sellerId() {
    return SELLER_ID;
  }

  /** Returns the id of the seller's marketplace. */
  public String marketplaceId() {
    return settings.marketplace.id();
  }

  /** Returns the AWS region of the marketplace, as signatures name it. */
  public String awsRegion() {
    return settings.marketplace.awsRegion();
  }

  /** Sets the units of an MSKU that can be shipped now; the MSKU is known from then on. */
  public void stock(String msku, int units) {
    if (units < 0) {
      throw new IllegalArgumentException("units: below 0");
    }
    change(() -> world.warehouse().set(msku, units, world.now()));
  }

  /** Forgets an MSKU: inventory calls leave it out and creates refuse it. */
  public void forgetSku(String msku) {
    change(() -> world.warehouse().remove(msku));
  }

  /** Returns the units of an MSKU that can be shipped now; 0 for an unknown one. */
  public int stock(String msku) {
    return look(() -> world.warehouse().available(msku));
  }

  /** Sets how orders fare that no other script fits; default {@link OrderScript#normal()}. */
  public void script(OrderScript script) {
    change(() -> world.script(script));
  }

  /** Sets how one order will fare; stronger than every rule. */
  public void scriptFor(String orderId, OrderScript script) {
    change(() -> world.script(orderId, script));
  }

  /**
   * Sets how orders will fare that fit, for example {@code order -> order.contains("MUG-RED-01")}.
   * Of several rules that fit, the latest counts. Accepted orders keep their script.
   */
  public void scriptWhen(Predicate<FulfillmentOrderSnapshot> condition, OrderScript script) {
    change(() -> world.script(condition, script));
  }

  /**
   * Has an order that another tool made, or a person by hand; both versions show it. It goes to an
   * invented person in Austin.
   *
   * @param id its id, also one that this simulator would refuse in a create call
   * @param displayableId the order number that the recipient sees, which only 2020-07-01 shows
   * @param units by MSKU; they come from no stock that is counted
   * @param age how long ago it was made
   * @param script how it has fared since, and will
   * @throws IllegalArgumentException when there is an order with this id
   */
  public void plant(
      String id,
      String displayableId,
      Map<String, Integer> units,
      Duration age,
      OrderScript script) {
    change(
        () ->
            world.plant(
                ForeignOrders.draft(settings.marketplace, id, displayableId, units, world.now()),
                age,
                script));
  }

  /**
   * Lets the seller consent (anew) and returns the one-time code that Amazon would add to the
   * redirect; it lives for 5 minutes.
   */
  public String consent(String redirectUri) {
    return look(() -> lwa.consent(redirectUri, world.now()));
  }

  /** Takes the seller's authorization back: tokens are refused from now on. */
  public void revokeAuthorization() {
    change(lwa::revoke);
  }

  /** Takes the role Amazon Fulfillment from the application: every call is denied from now on. */
  public void takeRoleAway() {
    change(() -> frontier.deny(""));
  }

  /** Lets the client secret pass its age limit: every call is denied from now on. */
  public void expireClientSecret() {
    change(() -> frontier.deny("The LWA secret token you provided has expired."));
  }

  /** Leaves the account without Multi-Channel Fulfillment: creates and previews are refused. */
  public void closeMcf() {
    change(frontier::closeMcf);
  }

  /** Excludes an MSKU from Multi-Channel Fulfillment, whatever stock there is of it. */
  public void excludeFromMcf(String msku) {
    change(() -> world.warehouse().exclude(msku));
  }

  /** Returns all accepted orders, oldest first. */
  public List<FulfillmentOrderSnapshot> orders() {
    return look(world::snapshots);
  }

  /** Returns an accepted order, also while reads do not see it yet. */
  public Optional<FulfillmentOrderSnapshot> order(String id) {
    return look(() -> Optional.ofNullable(world.order(id)).map(SimulatedOrder::snapshot));
  }

  /** Returns the order id of every create call that was refused because its id was used before. */
  public List<String> duplicateCreates() {
    return look(world::duplicateCreates);
  }

  /** Returns the plan of what goes wrong, by operation. */
  public Faults faults() {
    return server.faults();
  }

  /** Returns all exchanges so far, oldest first. They hold buyer data and tokens as sent. */
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

  private void change(Runnable change) {
    server.change(
        () -> {
          world.settle();
          change.run();
        });
  }

  private <T> T look(Supplier<T> look) {
    Holder<T> holder = new Holder<>();
    change(() -> holder.value = look.get());
    return Objects.requireNonNull(holder.value);
  }

  private static final class Holder<T> {
    private @Nullable T value;
  }

  private record AwsKeys(String accessKey, String secretKey) {}

  /** Settings of a simulator; each has a default that a client can use at once. */
  public static final class Builder {

    private static final int PAGE_SIZE = 50;

    private final Clock clock;
    private final RequestQuota quota = new RequestQuota();
    private String clientId = "amzn1.application-oa2-client.simulated";
    private String clientSecret = "simulated-client-secret";
    private String refreshToken = "Atzr|SIMULATED";
    private Marketplace marketplace = new Marketplace("ATVPDKIKX0DER");
    private @Nullable AwsKeys awsKeys;
    private Duration stockLag = Duration.ZERO;
    private int pageSize = PAGE_SIZE;
    private boolean missingOrdersAs400;
    private boolean createsAtOnce;
    private boolean sandbox;
    private @Nullable Consumer<String> notifications;
    private NotificationDelivery delivery = NotificationDelivery.reliable();

    private Builder(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Accepts only this app and seller at the token endpoint. */
    public Builder credentials(String clientId, String clientSecret, String refreshToken) {
      this.clientId = Objects.requireNonNull(clientId, "clientId");
      this.clientSecret = Objects.requireNonNull(clientSecret, "clientSecret");
      this.refreshToken = Objects.requireNonNull(refreshToken, "refreshToken");
      return this;
    }

    /** Sells in this marketplace; default the United States. */
    public Builder marketplaceId(String id) {
      marketplace = new Marketplace(id);
      return this;
    }

    /**
     * Demands a valid AWS Signature Version 4 with these keys on every Selling Partner call;
     * default none, as Amazon ignores signatures today.
     */
    public Builder awsCredentials(String accessKey, String secretKey) {
      awsKeys = new AwsKeys(accessKey, secretKey);
      return this;
    }

    /** Answers any number of calls; default Amazon's published quotas with 429. */
    public Builder withoutQuota() {
      quota.switchOff();
      return this;
    }

    /**
     * Changes the quota of one operation.
     *
     * @param operation Amazon's name
     * @param perSecond tokens that come back in a second
     * @param burst tokens that a full bucket holds
     */
    public Builder quota(String operation, double perSecond, int burst) {
      quota.set(operation, new RequestQuota.Rate(perSecond, burst));
      return this;
    }

    /** Shows changes of stock by orders only after this time; default at once. */
    public Builder stockLag(Duration lag) {
      stockLag = Objects.requireNonNull(lag, "lag");
      return this;
    }

    /** Puts this many entries on a page of orders or stock; default 50. */
    public Builder pageSize(int size) {
      if (size < 1) {
        throw new IllegalArgumentException("pageSize: below 1");
      }
      pageSize = size;
      return this;
    }

    /** Answers reads of unknown orders with 400 and Amazon's old text; default 404. */
    public Builder missingOrdersAs400() {
      missingOrdersAs400 = true;
      return this;
    }

    /** Answers createOrder (2026-07-04) with 200 and the order; default 202. */
    public Builder createsAtOnce() {
      createsAtOnce = true;
      return this;
    }

    /** Knows also the operations that only Amazon's sandbox has; default production. */
    public Builder sandbox() {
      sandbox = true;
      return this;
    }

    /**
     * Hands over the JSON of a notification for each change of an order, a shipment or a count that
     * the seller subscribed to; none unless set. Like everything here it happens when somebody
     * looks, on that thread.
     *
     * @param sink takes the text; must not call the simulator
     */
    public Builder notifications(Consumer<String> sink) {
      return notifications(sink, NotificationDelivery.reliable());
    }

    /** Hands over notifications as well as the delivery does. */
    public Builder notifications(Consumer<String> sink, NotificationDelivery delivery) {
      this.notifications = Objects.requireNonNull(sink, "sink");
      this.delivery = Objects.requireNonNull(delivery, "delivery");
      return this;
    }

    /** Starts the simulator on a free loopback port. */
    public SellingPartnerSimulator start() {
      return new SellingPartnerSimulator(this);
    }
  }
}
