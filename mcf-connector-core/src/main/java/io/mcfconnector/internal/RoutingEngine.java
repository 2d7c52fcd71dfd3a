// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.error.ConnectorException;
import io.mcfconnector.event.RouterEvent;
import io.mcfconnector.event.RouterListener;
import io.mcfconnector.internal.eligibility.Eligibility;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.CancelOutcome;
import io.mcfconnector.model.CancelReason;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.Order;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reconciliation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.spi.CarrierMapper;
import io.mcfconnector.spi.FulfillmentNetwork;
import io.mcfconnector.spi.OrderStore;
import io.mcfconnector.spi.SalesChannel;
import io.mcfconnector.spi.SkuMapper;
import io.mcfconnector.spi.TaskScheduler;
import io.mcfconnector.transform.OrderTransformer;
import io.mcfconnector.validation.AddressNormalizer;
import io.mcfconnector.validation.OrderValidator;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The duties of one router, wired to their stages, and what hosts ask of them. Thread-safe. */
public final class RoutingEngine {

  private final Map<ShopId, IntakeDuty> intakes = new LinkedHashMap<>();
  private final DutyRunner runner;
  private final Shops shops;
  private final PlaceStage place;
  private final SweepDuty sweep;
  private final StockDuty stock;
  private final Inboxes inboxes;
  private final OrderStore store;
  private final SellerCancel sellerCancel;
  private final RepairDesk repairs;
  private final ShownDestinations shown;
  private final BacklogReader backlog;
  private final HealthReader health;
  private final Reconciler reconciler;
  private final HostStock hostStock;

  /** Wires an engine; nothing runs yet. */
  public RoutingEngine(
      List<SalesChannel> channels,
      FulfillmentNetwork network,
      OrderStore store,
      SkuMapper skuMapper,
      CarrierMapper carriers,
      List<RouterListener> listeners,
      Settings settings,
      Clock clock) {
    this.store = store;
    Events events = new Events(listeners);
    RunLog runLog = new RunLog(store, clock);
    this.runner = new DutyRunner(runLog, events, clock);
    Journal journal = new Journal(store, events, clock, runner::wake);
    this.shops = new Shops(channels, events, clock);
    RecordsByFulfillment records = new RecordsByFulfillment(shops, store);
    OrderTransformer transformer = new OrderTransformer(skuMapper, settings.speed());
    OrderValidator validator = settings.validator();
    KeptDestinations destinations = new KeptDestinations(store, validator);
    AssessStage assess =
        new AssessStage(
            new Eligibility(settings.eligibility(), shops::of, validator),
            destinations,
            transformer,
            new CartRules(settings.mixedCarts(), network.orderLimits()),
            clock);
    TrackStage track = new TrackStage(clock);
    CancelWatch cancels = new CancelWatch(shops, clock);
    ChannelCancel channelCancel = new ChannelCancel(shops, journal, clock);
    CancelStage cancel =
        new CancelStage(network, shops, track, cancels, channelCancel, journal, clock);
    this.sellerCancel = new SellerCancel(store, cancel, journal, clock);
    SkuRelease release = new SkuRelease(transformer, shops, store, journal, clock);
    this.repairs =
        new RepairDesk(skuMapper, validator, release, sellerCancel, journal, settings, clock);
    this.backlog = new BacklogReader(network, shops, store, settings, clock);
    this.reconciler =
        new Reconciler(network, shops, records, store, settings, clock, runner::isStopping);
    this.shown = new ShownDestinations(store, journal, clock);
    AddressWatch addresses = new AddressWatch(destinations, clock);
    WarehouseGuard guard = new WarehouseGuard(store, events, clock);
    ProviderChoice providers = new ProviderChoice(shops, carriers, guard, clock);
    ParcelResults results = new ParcelResults(journal, events, clock);
    ConfirmStage confirm =
        new ConfirmStage(
            shops,
            providers,
            new ReadBack(shops, results),
            new CorrectStage(shops, providers, results, clock),
            results,
            clock);
    StockCount count =
        new StockCount(
            network,
            store,
            new OutsideSales(network, shops, store, settings),
            events,
            settings,
            clock);
    ResolveStage resolve = new ResolveStage(network, journal, settings, clock);
    this.place =
        new PlaceStage(
            network,
            resolve,
            new TakeOver(
                network,
                new ForeignOrders(network, shops, store, settings, clock, runner::isStopping),
                records,
                transformer,
                journal,
                settings,
                clock),
            new HandOver(settings.mixedCarts(), journal, clock),
            assess,
            destinations,
            new AddressNormalizer(),
            transformer,
            new ShortageCheck(shops, store, count, clock),
            journal,
            settings,
            clock);
    DueWork work = new DueWork(store, journal, events, clock, runner::isStopping);
    this.inboxes = new Inboxes(store, events, clock, runner::isStopping);
    for (SalesChannel channel : channels) {
      intakes.put(
          channel.shop(),
          new IntakeDuty(
              channel,
              shops,
              assess,
              cancels,
              channelCancel,
              addresses,
              guard,
              new NoticedOrders(channel, shops, inboxes),
              store,
              journal,
              work,
              settings,
              clock));
    }
    intakes.values().forEach(runner::add);
    ShopTurns turns = new ShopTurns(store, shops.ids());
    runner.add(new PlaceDuty(network, shops, place, resolve, cancel, work, turns, clock));
    this.sweep =
        new SweepDuty(
            network, shops, records, track, inboxes, store, journal, work, settings, clock);
    runner.add(sweep);
    this.hostStock = new HostStock(store, clock);
    channels.forEach(channel -> runner.add(new ConfirmDuty(channel, confirm, work)));
    this.stock =
        new StockDuty(
            network,
            shops,
            intakes,
            skuMapper,
            store,
            count,
            new UnknownStock(shops, store, journal, work, clock),
            inboxes,
            events,
            settings,
            clock);
    runner.add(stock);
    runner.add(
        new HousekeepingDuty(
            network,
            shops,
            store,
            inboxes,
            release,
            new DeadlineWatch(backlog, store, journal, work, events, settings, clock),
            new ExpiryNotice(store, events, clock),
            clock));
    this.health = new HealthReader(network, shops, store, runner.duties(), runLog, settings, clock);
  }

  /** Hands every duty to the scheduler, unless the engine is stopped meanwhile. */
  public void start(TaskScheduler scheduler) {
    runner.start(scheduler);
  }

  /** Runs each of these duties once on the calling thread; returns what failed as a whole. */
  public List<RouterEvent.DutyFailed> run(Collection<Duty> kinds) {
    return runner.run(kinds);
  }

  /** Reads an order at its shop and takes it as far as it may go now. */
  public RoutingRecord route(OrderId orderId) {
    Order order =
        store
            .find(orderId)
            .map(known -> shops.find(orderId, List.of(known.shop())))
            .orElseGet(() -> shops.find(orderId, shops.ids()))
            .orElseThrow(
                () ->
                    new ConnectorException(
                        "No shop of this router shows order "
                            + orderId
                            + ". Check the id and the shop."));
    intakeOf(order.shop()).accept(order);
    RoutingRecord record = current(order.id());
    if (record.state() == RoutingState.READY) {
      try {
        place.place(record, order);
      } catch (StaleRecordException e) {
        // Another thread or node places it at this moment; what it saves is the answer.
        return current(order.id());
      }
    }
    return current(order.id());
  }

  /** Keeps a notice for the duty it concerns and wakes that; returns whether it was taken. */
  public boolean accept(Notice notice) {
    DutyRun duty = concerned(notice);
    if (duty == null || !inboxes.post(duty, notice)) {
      return false;
    }
    runner.wake(duty);
    return true;
  }

  private @Nullable DutyRun concerned(Notice notice) {
    if (notice instanceof Notice.OrderChanged changed) {
      return intakes.get(changed.shop());
    }
    if (notice instanceof Notice.FulfillmentOrderChanged changed) {
      return sweep.knows(changed.order()) ? sweep : null;
    }
    return stock;
  }

  /** Cancels an order for the seller. */
  public CancelOutcome cancel(OrderId orderId, CancelReason reason, String by) {
    return sellerCancel.cancel(orderId, reason, by);
  }

  /** Returns the records of this router's shops in a state. */
  public List<RoutingRecord> inState(RoutingState state, int limit) {
    return store.findInState(state, shops.ids(), limit);
  }

  /** Returns the record of an order. */
  public Optional<RoutingRecord> find(OrderId orderId) {
    return store.find(orderId);
  }

  /** Returns what waits for the network, and what becomes of it if nothing changes. */
  public Backlog backlog() {
    return backlog.read();
  }

  /** Returns how the duties fare, on whatever node they run. */
  public Health health() {
    return health.read();
  }

  /** Compares channel, store and network for a time range. */
  public Reconciliation reconcile(Instant from, Instant to) {
    return reconciler.reconcile(from, to);
  }

  /** Withholds units for the host; returns whether they are withheld now. */
  public boolean reserve(String id, Msku msku, int units) {
    boolean reserved = hostStock.reserve(id, msku, units);
    runner.wake(Duty.STOCK);
    return reserved;
  }

  /** Ends a reservation of the host; returns whether there was one. */
  public boolean release(String id) {
    boolean released = hostStock.release(id);
    runner.wake(Duty.STOCK);
    return released;
  }

  /** Returns the destination kept for an order, and puts on record who looked. */
  public Optional<Address> destination(OrderId orderId, String by) {
    return shown.show(orderId, by);
  }

  /** Deletes the buyer data kept for an order; returns whether there was any. */
  public boolean erase(OrderId orderId) {
    return store.erase(orderId);
  }

  /** Returns what does what persons decide. */
  public RepairDesk repairs() {
    return repairs;
  }

  /** Ends every duty; returns when the runs under way have ended. */
  public void stop() {
    runner.stop();
  }

  private IntakeDuty intakeOf(ShopId shop) {
    IntakeDuty intake = intakes.get(shop);
    if (intake == null) {
      throw new IllegalStateException("no intake for shop " + shop);
    }
    return intake;
  }

  private RoutingRecord current(OrderId orderId) {
    return store
        .find(orderId)
        .orElseThrow(() -> new ConnectorException("The store lost order " + orderId + "."));
  }
}
