// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.WorldNetwork.Parcel;
import io.mcfconnector.WorldShop.BuyersOrder;
import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShipmentConfirmation;
import io.mcfconnector.spi.EditableSkuMapper;
import io.mcfconnector.spi.SkuMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * One week of some shops and a network in virtual time, all of it chosen by a seed: orders,
 * parcels, cancellations, people, faults, crashes and restarts. The last days are calm, so that
 * everything settles.
 */
final class RandomWorld implements WorldShop.Witness, WorldNetwork.Gate {

  private static final String DELAY = "number at Amazon -> at TikTok";
  private static final String DELAY_WITH_FAULTS = "the same, with faults and crashes";

  /** The promise of tracking: when both platforms answer, and whatever they do. */
  private static final Duration PROMISED = Duration.ofMinutes(10);

  private static final Duration ALWAYS = Duration.ofHours(4);

  private static final Duration WILD = Duration.ofDays(4);
  private static final Duration CALM = Duration.ofDays(5);

  /** After these the network says itself that nothing more ships. */
  private static final Set<ReviewCode> DEAD =
      EnumSet.of(
          ReviewCode.AMAZON_CANCELLED, ReviewCode.AMAZON_INVALID, ReviewCode.AMAZON_UNFULFILLABLE);

  private final long seed;
  private final WorldFigures figures;
  private final MutableClock clock = new MutableClock(RouterFixture.START);
  private final WorldAgenda agenda;
  private final Faults faults = new Faults();
  private final boolean faulty;
  private final FaultyStore store = new FaultyStore(faults);
  private final FakeFulfillmentNetwork shownNetwork = new FakeFulfillmentNetwork(faults, clock);
  private final WorldNetwork network;
  private final List<WorldShop> shops = new ArrayList<>();
  private final EditableSkuMapper mapping = SkuMapper.inMemory();
  private final WorldDuties duties;
  private final Map<OrderId, Instant> lastInReview = new HashMap<>();
  private final Map<OrderId, Integer> sentAgain = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private OrderRouter router;

  RandomWorld(long seed, WorldFigures figures) {
    this.seed = seed;
    this.figures = figures;
    Random random = new Random(seed);
    agenda = new WorldAgenda(clock, random);
    faulty = agenda.chance(60);
    if (faulty) {
      faults.atRandom(new Random(seed + 1), agenda.chance(50) ? 0.02 : 0.1);
    }
    network =
        new WorldNetwork(shownNetwork, agenda, agenda.chance(60), () -> news(Duty.SWEEP), this);
    int count = 1 + agenda.number(1 + agenda.number(3));
    for (int shop = 1; shop <= count; shop++) {
      FakeSalesChannel channel = new FakeSalesChannel("700" + shop, faults, clock);
      shops.add(new WorldShop(channel, agenda, () -> news(Duty.INTAKE), this));
    }
    duties = new WorldDuties(store, random, clock);
    map("A", RouterFixture.component("M-A", 1));
    map("B", RouterFixture.component("M-B", 1));
    map("C", RouterFixture.component("M-C", 1));
    map("KIT", RouterFixture.component("M-A", 1), RouterFixture.component("M-D", 2));
    router = start();
  }

  private void map(String sku, SkuMapper.Component... components) {
    ChannelSku key = RouterFixture.sku(sku);
    mapping.put(key, List.of(components));
  }

  private OrderRouter start() {
    duties.forget();
    OrderRouterBuilder builder = OrderRouter.builder();
    shops.forEach(shop -> builder.salesChannel(shop.channel()));
    OrderRouter started =
        builder
            .fulfillmentNetwork(shownNetwork)
            .store(store)
            .scheduler(duties)
            .skuMapper(mapping)
            .listener(this::hear)
            .clock(clock)
            .build();
    started.start();
    return started;
  }

  private void news(Duty duty) {
    duties.news(duty);
  }

  /** Lives through the week and returns what broke a promise; empty = nothing. */
  List<String> run() {
    plan();
    Instant wildEnd = clock.instant().plus(WILD);
    pass(wildEnd);
    faults.none();
    shops.forEach(WorldShop::calm);
    for (Duty duty : Duty.values()) {
      news(duty);
    }
    guarded(this::lastRound);
    pass(wildEnd.plus(CALM));
    new WorldOracle(this).check();
    count();
    return violations;
  }

  private void plan() {
    int number = 0;
    for (WorldShop shop : shops) {
      for (int i = 1 + agenda.number(2); i > 0; i--) {
        String id = "90" + ++number;
        agenda.after(agenda.minutes(1, 36 * 60), () -> shop.order(id));
      }
    }
    for (Duration at = agenda.hours(1, 8);
        at.compareTo(WILD) < 0;
        at = at.plus(agenda.hours(1, 12))) {
      agenda.after(at, () -> guarded(this::people));
    }
    for (int i = agenda.number(3); i > 0; i--) {
      agenda.after(agenda.hours(1, 90), this::restart);
    }
  }

  /** Nobody is told: the process is stopped in good order, or killed. */
  private void restart() {
    if (agenda.chance(50)) {
      router.close();
    }
    figures.count("restarts", 1);
    router = start();
  }

  private void pass(Instant end) {
    while (true) {
      Instant next = earlier(agenda.next(), duties.next());
      if (next.isAfter(end)) {
        clock.advance(Duration.between(clock.instant(), end));
        return;
      }
      if (next.isAfter(clock.instant())) {
        clock.advance(Duration.between(clock.instant(), next));
      }
      agenda.run();
      guarded(this::runDuties);
    }
  }

  private void runDuties() {
    int before = faults.faulty();
    List<Duty> ran = duties.run();
    if (faults.faulty() > before) {
      ran.forEach(duties::news);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Whatever dies in here is a process; a new one starts. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (Faults.Crash crash) {
      router = start();
    }
  }

  private void people() {
    for (Review review : router.reviews()) {
      if (agenda.chance(60)) {
        decide(review);
      }
    }
  }

  private void decide(Review review) {
    List<Repair> choices = new ArrayList<>(review.repairs());
    if (review.offers().contains(Repair.Kind.CANCEL)) {
      choices.add(
          review.cancel(
              agenda.chance(50) ? CancelReason.OUT_OF_STOCK : CancelReason.BUYER_REQUESTED));
    }
    choices.removeIf(repair -> !isSane(review, repair));
    if (!choices.isEmpty()) {
      apply(choices.get(agenda.number(choices.size())), review);
    }
  }

  /** What the documentation of the repairs asks of a person. */
  private boolean isSane(Review review, Repair repair) {
    return switch (repair.kind()) {
      case SKIP -> agenda.chance(10);
      case SEND_AGAIN ->
          DEAD.contains(review.code())
              || network.livesOf(review.orderId()).stream()
                  .allMatch(life -> life.stoppedAt() != null);
      default -> true;
    };
  }

  private void apply(Repair repair, Review review) {
    if (repair.kind() == Repair.Kind.SEND_AGAIN) {
      // Counted before, since the process may die with its work done.
      sentAgain.merge(review.orderId(), 1, Integer::sum);
    }
    try {
      figures.count("repairs " + repair.kind(), repair.apply("pat"));
    } catch (ConnectorException e) {
      // A platform call failed; the order still waits.
      figures.count("repairs that failed", 1);
    }
  }

  private void lastRound() {
    for (Review review : router.reviews()) {
      review.repairs().stream()
          .filter(repair -> repair.kind() == Repair.Kind.TRY_AGAIN)
          .forEach(repair -> apply(repair, review));
    }
  }

  private void hear(RouterEvent event) {
    if (event instanceof RouterEvent.StateChanged moved) {
      if (moved.from() == RoutingState.REVIEW || moved.to() == RoutingState.REVIEW) {
        lastInReview.put(
            moved.orderId(), moved.to() == RoutingState.REVIEW ? Instant.MAX : moved.at());
      }
    } else if (event instanceof RouterEvent.ReviewRaised raised) {
      lastInReview.put(raised.orderId(), Instant.MAX);
      figures.count("review " + raised.review().code(), 1);
    }
  }

  @Override
  public void confirmed(BuyersOrder order, ShipmentConfirmation confirmation) {
    Parcel parcel = network.parcelWith(confirmation.number().value()).orElse(null);
    if (parcel == null) {
      violated(order.id(), "told of " + confirmation.number() + ", a number of no parcel");
      return;
    }
    Instant now = clock.instant();
    Instant shown = parcel.numbers().get(confirmation.number().value());
    Instant reviewed = lastInReview.getOrDefault(order.id(), Instant.MIN);
    if (shown != null && reviewed.isBefore(shown)) {
      Duration delay = Duration.between(shown, now);
      figures.time(faulty ? DELAY_WITH_FAULTS : DELAY, delay);
      // A kit is told with one of its parcels, and with another one when that one vanishes.
      if (!order.hasKit() && delay.compareTo(faulty ? ALWAYS : PROMISED) > 0) {
        violated(order.id(), "told of " + parcel + " only after " + delay);
      }
    }
    Instant stopped = parcel.life().stoppedAt();
    if (stopped != null && stopped.plus(Duration.ofMinutes(15)).isBefore(now)) {
      violated(
          order.id(), "told of " + parcel + " at " + now + ", though it was stopped at " + stopped);
    }
  }

  @Override
  public void cancelled(BuyersOrder order) {
    figures.count("cancelled at the channel by the router", 1);
  }

  @Override
  public void answered(BuyersOrder order, Duration time, String how) {
    figures.time("buyer wants to cancel -> " + how, time);
  }

  @Override
  public void left(Parcel parcel) {
    OrderId id = parcel.life().buyersOrder();
    if (router.status(id).orElseThrow().state() == RoutingState.CANCELLED) {
      violated(id, parcel + " leaves although the order is called cancelled");
    }
  }

  /** Notes a broken promise with all that helps to understand it. */
  void violated(OrderId id, String what) {
    StringBuilder story = new StringBuilder();
    story.append("seed ").append(seed).append(", order ").append(id).append(": ").append(what);
    story.append("\nthe router's story: ").append(router.explain(id).orElse(null));
    story.append("\nits record: ").append(router.status(id).orElse(null));
    story.append("\nthe network's truth: ").append(network.livesOf(id));
    shops.stream()
        .flatMap(shop -> shop.orders().stream())
        .filter(order -> order.id().equals(id))
        .forEach(order -> story.append("\nthe channel's truth: ").append(WorldShop.tell(order)));
    violations.add(story.toString());
  }

  OrderRouter router() {
    return router;
  }

  WorldNetwork network() {
    return network;
  }

  FakeFulfillmentNetwork shownNetwork() {
    return shownNetwork;
  }

  List<WorldShop> shops() {
    return shops;
  }

  /** Returns whether a person was asked about an order at any time. */
  boolean wasReviewed(OrderId id) {
    return lastInReview.containsKey(id);
  }

  int sentAgain(OrderId id) {
    return sentAgain.getOrDefault(id, 0);
  }

  private void count() {
    figures.count("worlds", 1);
    figures.count("worlds with faults", faulty ? 1 : 0);
    figures.count("calls that failed", faults.faulty());
    figures.count("crashes", faults.crashes());
    figures.count("parcels that left", network.parcels());
    for (WorldShop shop : shops) {
      figures.count("orders", shop.orders().size());
      figures.count("corrections", shop.channel().corrections().size());
      figures.count(
          "numbers not of the network at guarded warehouses",
          shop.channel().foreignParcels(FakeSalesChannel.WAREHOUSE));
      shop.orders()
          .forEach(
              order ->
                  figures.count("ends as " + router.status(order.id()).orElseThrow().state(), 1));
    }
  }
}
