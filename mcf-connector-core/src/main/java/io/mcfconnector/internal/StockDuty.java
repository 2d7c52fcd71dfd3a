// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.internal.Catalogue.Mapped;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Publishes what may be sold. What all shops together show of a SKU, and what they sold that the
 * network's count does not contain, is never more than the count less the safety stock.
 *
 * <p>The channel lowers its own figure with each sale, and a figure that is written overwrites the
 * sales of the moment before. So nothing is written when nothing but the channel's own sales moved
 * the figures; each minute the store alone tells whether more did.
 */
final class StockDuty implements DutyRun {

  /** How soon a change of the count, a reservation or a cancellation is looked at. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** With many SKUs the network's quota makes counting slow; what is counted is published first. */
  private static final Duration TURN = Duration.ofSeconds(20);

  /** What was read so lately is not read again. */
  private static final Duration JUST_NOW = Duration.ofSeconds(2);

  /** How many notices become one request to count their SKUs first. */
  private static final int NOTICES = 1_000;

  /** A lowering frees what the next look may give to another listing. */
  private static final int MOST_LOOKS = 3;

  private final FulfillmentNetwork network;
  private final Shops shops;
  private final Map<ShopId, IntakeDuty> intakes;
  private final OrderStore store;
  private final StockCount count;
  private final UnknownStock unknownStock;
  private final Inboxes inboxes;
  private final Catalogue catalogue;
  private final ShownStock shownStock;
  private final StockFigures figures;
  private final StockWriter writer;
  private final Settings settings;
  private final Clock clock;

  StockDuty(
      FulfillmentNetwork network,
      Shops shops,
      Map<ShopId, IntakeDuty> intakes,
      SkuMapper skuMapper,
      OrderStore store,
      StockCount count,
      UnknownStock unknownStock,
      Inboxes inboxes,
      Events events,
      Settings settings,
      Clock clock) {
    this.network = network;
    this.shops = shops;
    this.intakes = intakes;
    this.store = store;
    this.count = count;
    this.unknownStock = unknownStock;
    this.inboxes = inboxes;
    this.catalogue = new Catalogue(skuMapper, clock);
    this.shownStock = new ShownStock(store, events, settings.settle(), clock);
    this.writer = new StockWriter(catalogue, shownStock, events, settings.inventorySync(), clock);
    this.figures =
        new StockFigures(
            shops,
            new OutsideSales(network, shops, store, settings),
            writer::isRefused,
            settings,
            clock);
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Duty duty() {
    return Duty.STOCK;
  }

  @Override
  public String account() {
    return network.account().value();
  }

  @Override
  public Duration interval() {
    Duration sync = settings.inventorySync();
    return sync.compareTo(INTERVAL) < 0 ? sync : INTERVAL;
  }

  @Override
  public void run() {
    int looks = 1;
    while (look(() -> false) && looks < MOST_LOOKS) {
      looks++;
    }
  }

  @Override
  public boolean runTurn() {
    Instant end = clock.instant().plus(TURN);
    return look(() -> !clock.instant().isBefore(end));
  }

  /** Does one look, start to end; returns whether the next should come soon. */
  private synchronized boolean look(BooleanSupplier enough) {
    inboxes.follow(
        this,
        Notice.StockChanged.class,
        NOTICES,
        null,
        notices -> count.request(Inboxes.distinct(notices, Notice.StockChanged::msku)));
    Problems problems = new Problems();
    Set<ShopId> searched = new HashSet<>();
    for (SalesChannel channel : shops.all()) {
      if (catalogue.isOld(channel.shop())) {
        problems.attempt(
            () -> {
              catalogue.search(channel);
              searched.add(channel.shop());
            });
      }
    }
    Set<Msku> mskus = catalogue.mskus();
    Map<Msku, StockFigure> before = count.current(mskus);
    boolean[] counted = {true};
    problems.attempt(() -> counted[0] = count.refresh(mskus, enough));
    Map<Msku, StockFigure> counts = count.current(mskus);
    unknownStock.review(count.givenUp());

    boolean lowered = false;
    Set<Msku> touched = touched(counts, before, !searched.isEmpty());
    if (!touched.isEmpty()) {
      Set<ShopId> fresh = readAgain(touched, problems);
      lowered = publish(touched, fresh, counts, problems);
    }
    problems.throwFirst();
    return lowered || !counted[0];
  }

  /** Returns the SKUs whose listings have to be looked at: all of them once in each interval. */
  private Set<Msku> touched(
      Map<Msku, StockFigure> counts, Map<Msku, StockFigure> before, boolean searched) {
    String watermark = "stock-look/" + account();
    Instant now = clock.instant();
    boolean isDue =
        store
            .watermark(watermark)
            .filter(last -> !now.isBefore(last))
            .filter(last -> now.isBefore(last.plus(settings.inventorySync())))
            .isEmpty();
    if (isDue || searched) {
      store.saveWatermark(watermark, now);
      return catalogue.mskus();
    }
    Set<Msku> touched = new HashSet<>();
    counts.forEach(
        (msku, figure) -> {
          StockFigure earlier = before.get(msku);
          if (earlier == null || earlier.units() != figure.units()) {
            touched.add(msku);
          }
        });
    touched.addAll(figures.moved(catalogue.all(), counts, ledger(counts)));
    // A kit that is written shows less of its other components too: they are looked at with it.
    return catalogue.joined(touched);
  }

  private StockLedger ledger(Map<Msku, StockFigure> counts) {
    Instant oldest = clock.instant().minus(ShownStock.PATIENCE);
    for (StockFigure figure : counts.values()) {
      oldest = figure.at().isBefore(oldest) ? figure.at() : oldest;
    }
    return StockLedger.read(store, shops.ids(), oldest);
  }

  /** Reads the figures of these SKUs' listings; returns the shops that could be read. */
  private Set<ShopId> readAgain(Set<Msku> touched, Problems problems) {
    Set<ShopId> fresh = new HashSet<>();
    for (SalesChannel channel : shops.all()) {
      Instant justNow = clock.instant().minus(JUST_NOW);
      List<Mapped> listings =
          of(channel.shop(), drawOn(touched).and(mapped -> mapped.readAt().isBefore(justNow)));
      problems.attempt(
          () -> {
            if (!listings.isEmpty()) {
              catalogue.readAgain(channel, listings);
            }
            if (!catalogue.isOld(channel.shop())) {
              fresh.add(channel.shop());
            }
          });
    }
    return fresh;
  }

  private boolean publish(
      Set<Msku> touched, Set<ShopId> fresh, Map<Msku, StockFigure> counts, Problems problems) {
    Map<ShopId, ShownStock.Books> books = new HashMap<>();
    shops.ids().forEach(shop -> books.put(shop, shownStock.read(shop)));
    StockLedger known = ledger(counts);
    for (ShopId shop : List.copyOf(fresh)) {
      ShownStock.Books ofShop = of(shop, books);
      boolean isKnown = ofShop.isKnown();
      if (!isKnown || !unexplained(shop, ofShop, touched, known).isEmpty()) {
        // Sold and not seen yet, most likely: what can be seen of it is, before it is judged.
        boolean seen = problems.tell(() -> intake(shop).look());
        if (!seen && !isKnown) {
          fresh.remove(shop);
        }
      }
    }
    StockLedger ledger = ledger(counts);
    Map<Msku, Integer> elsewhere = elsewhere(touched, fresh, books, ledger);
    Map<Mapped, Integer> changes =
        figures.changes(catalogue.all(), fresh, touched, counts, ledger, elsewhere);
    boolean lowered = false;
    for (SalesChannel channel : shops.all()) {
      if (fresh.contains(channel.shop())) {
        Map<Mapped, Integer> ofShop = new LinkedHashMap<>();
        changes.forEach(
            (mapped, units) -> {
              if (mapped.shop().equals(channel.shop())) {
                ofShop.put(mapped, units);
              }
            });
        lowered |=
            problems.tell(
                () -> publish(channel, of(channel.shop(), books), ofShop, touched, ledger));
      }
    }
    return lowered;
  }

  private boolean publish(
      SalesChannel channel,
      ShownStock.Books books,
      Map<Mapped, Integer> changes,
      Set<Msku> touched,
      StockLedger ledger) {
    List<Mapped> listings = of(channel.shop(), drawOn(touched));
    if (listings.isEmpty()) {
      return false;
    }
    shownStock.save(
        channel.shop(),
        books,
        StockWriter.shownOf(listings, touched),
        listings.get(0).readAt(),
        ledger);
    return !changes.isEmpty()
        && writer.write(channel, changes, of(channel.shop(), drawOn(skusOf(changes.keySet()))));
  }

  private Map<Msku, Integer> unexplained(
      ShopId shop, ShownStock.Books books, Set<Msku> touched, StockLedger ledger) {
    List<Mapped> listings = of(shop, drawOn(touched));
    return listings.isEmpty()
        ? Map.of()
        : shownStock.unexplained(
            shop, books, StockWriter.shownOf(listings, touched), listings.get(0).readAt(), ledger);
  }

  /** Returns what is not to be offered: unexplained, or shown by shops that cannot be read. */
  private Map<Msku, Integer> elsewhere(
      Set<Msku> touched,
      Set<ShopId> fresh,
      Map<ShopId, ShownStock.Books> books,
      StockLedger ledger) {
    Map<Msku, Integer> elsewhere = new LinkedHashMap<>();
    for (ShopId shop : shops.ids()) {
      Map<Msku, Integer> units =
          fresh.contains(shop)
              ? unexplained(shop, of(shop, books), touched, ledger)
              : shownStock.atMost(shop, of(shop, books), ledger);
      units.forEach((msku, many) -> elsewhere.merge(msku, many, Integer::sum));
    }
    return elsewhere;
  }

  private static ShownStock.Books of(ShopId shop, Map<ShopId, ShownStock.Books> books) {
    return Objects.requireNonNull(books.get(shop), "every shop's books are read");
  }

  private static Predicate<Mapped> drawOn(Set<Msku> mskus) {
    return mapped -> mapped.units().keySet().stream().anyMatch(mskus::contains);
  }

  private static Set<Msku> skusOf(Set<Mapped> listings) {
    return listings.stream()
        .flatMap(mapped -> mapped.units().keySet().stream())
        .collect(Collectors.toSet());
  }

  private List<Mapped> of(ShopId shop, Predicate<Mapped> which) {
    return catalogue.of(shop).stream().filter(which).toList();
  }

  private IntakeDuty intake(ShopId shop) {
    IntakeDuty intake = intakes.get(shop);
    if (intake == null) {
      throw new IllegalStateException("no intake for shop " + shop);
    }
    return intake;
  }

  /** One shop's trouble must not let the others oversell: the first is told at the end. */
  private static final class Problems {
    private final List<ApiException> all = new ArrayList<>();

    void attempt(Runnable work) {
      tell(
          () -> {
            work.run();
            return false;
          });
    }

    boolean tell(BooleanSupplier work) {
      try {
        return work.getAsBoolean();
      } catch (ApiException problem) {
        all.add(problem);
        return false;
      }
    }

    void throwFirst() {
      if (!all.isEmpty()) {
        throw all.get(0);
      }
    }
  }
}
