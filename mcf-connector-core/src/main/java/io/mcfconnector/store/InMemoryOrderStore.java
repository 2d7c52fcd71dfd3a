// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.store;

import io.mcfconnector.model.Address;
import io.mcfconnector.model.Check;
import io.mcfconnector.model.Duty;
import io.mcfconnector.model.Finding;
import io.mcfconnector.model.HostReservation;
import io.mcfconnector.model.Notice;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.Reservation;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import io.mcfconnector.model.ShopId;
import io.mcfconnector.model.StockFigure;
import io.mcfconnector.spi.OrderStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records in memory and loses them with the process: for tests, demos and first steps. A host
 * that ships parcels needs a durable store. Thread-safe.
 */
public final class InMemoryOrderStore implements OrderStore {

  private record KeptDestination(Address address, Instant until) {

    @Override
    public String toString() {
      return "KeptDestination[until " + until + "]";
    }
  }

  private record Entry(RoutingRecord record, @Nullable KeptDestination destination) {}

  private final Map<OrderId, Entry> entries = new ConcurrentHashMap<>();
  private final Map<String, Instant> watermarks = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> tallies = new ConcurrentHashMap<>();
  private final NoticeMemory notices = new NoticeMemory();
  private final Map<String, Map<String, StockFigure>> books = new HashMap<>();
  private final Map<String, HostReservation> hostReservations = new ConcurrentHashMap<>();
  private final Set<String> released = ConcurrentHashMap.newKeySet();

  /** Creates an empty store. */
  public InMemoryOrderStore() {}

  @Override
  public boolean insert(RoutingRecord record) {
    return entries.putIfAbsent(record.orderId(), new Entry(record, null)) == null;
  }

  @Override
  public Optional<RoutingRecord> find(OrderId orderId) {
    return Optional.ofNullable(entries.get(orderId)).map(Entry::record);
  }

  @Override
  public Optional<RoutingRecord> update(RoutingRecord record) {
    return replace(record, before -> before);
  }

  @Override
  public Optional<RoutingRecord> update(
      RoutingRecord record, Address destination, Instant keptUntil) {
    return replace(record, before -> new KeptDestination(destination, keptUntil));
  }

  private Optional<RoutingRecord> replace(
      RoutingRecord record, UnaryOperator<@Nullable KeptDestination> destination) {
    RoutingRecord next = record.toBuilder().version(record.version() + 1).build();
    AtomicBoolean replaced = new AtomicBoolean();
    entries.computeIfPresent(
        record.orderId(),
        (id, before) -> {
          replaced.set(before.record.version() == record.version());
          KeptDestination kept =
              next.needsDestination() ? destination.apply(before.destination) : null;
          return replaced.get() ? new Entry(next, kept) : before;
        });
    return replaced.get() ? Optional.of(next) : Optional.empty();
  }

  @Override
  public Optional<Address> destination(OrderId orderId) {
    return Optional.ofNullable(entries.get(orderId))
        .map(Entry::destination)
        .map(KeptDestination::address);
  }

  @Override
  public boolean erase(OrderId orderId) {
    return eraseIf(orderId, kept -> true);
  }

  @Override
  public int eraseExpired(Instant now) {
    return (int)
        entries.keySet().stream()
            .filter(orderId -> eraseIf(orderId, kept -> !kept.until.isAfter(now)))
            .count();
  }

  private boolean eraseIf(OrderId orderId, Predicate<KeptDestination> condition) {
    AtomicBoolean erased = new AtomicBoolean();
    entries.computeIfPresent(
        orderId,
        (id, entry) -> {
          KeptDestination kept = entry.destination;
          erased.set(kept != null && condition.test(kept));
          return erased.get() ? new Entry(entry.record, null) : entry;
        });
    return erased.get();
  }

  @Override
  public List<RoutingRecord> findDue(Duty duty, Collection<ShopId> shops, Instant now, int limit) {
    return of(shops)
        .filter(record -> record.duty() == duty)
        .filter(record -> record.dueAt() != null && !record.dueAt().isAfter(now))
        .sorted(MOST_URGENT_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public List<RoutingRecord> findInState(RoutingState state, Collection<ShopId> shops, int limit) {
    return of(shops)
        .filter(record -> record.state() == state)
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public List<RoutingRecord> findInState(
      RoutingState state, ShopId shop, @Nullable RoutingRecord after, int limit) {
    return of(List.of(shop))
        .filter(record -> record.state() == state)
        .filter(record -> after == null || OLDEST_FIRST.compare(record, after) > 0)
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public int countUrgent(Collection<ShopId> shops, Instant until) {
    return (int)
        of(shops)
            .filter(record -> record.state().isUnshipped())
            .map(record -> record.deadlines().earliest())
            .filter(deadline -> deadline != null && !deadline.isAfter(until))
            .count();
  }

  @Override
  public List<Reservation> reservations(Collection<ShopId> shops, Instant countedAt) {
    return of(shops)
        .filter(record -> !record.reservation(countedAt).isEmpty())
        .map(
            record ->
                new Reservation(
                    record.orderId(),
                    record.shop(),
                    record.state(),
                    record.receivedAt(),
                    record.reservation(countedAt),
                    record.reservedUntil()))
        .toList();
  }

  @Override
  public Optional<Instant> watermark(String name) {
    return Optional.ofNullable(watermarks.get(name));
  }

  @Override
  public void saveWatermark(String name, Instant at) {
    watermarks.put(name, Objects.requireNonNull(at));
  }

  @Override
  public boolean tally(String name, String entry, int limit) {
    return tallies
        .compute(name, (key, before) -> tallyWith(before == null ? Set.of() : before, entry, limit))
        .contains(entry);
  }

  private static Set<String> tallyWith(Set<String> before, String entry, int limit) {
    if (before.size() >= limit) {
      return before;
    }
    Set<String> after = new HashSet<>(before);
    after.add(entry);
    return Set.copyOf(after);
  }

  @Override
  public int tallied(String name) {
    return tallies.getOrDefault(name, Set.of()).size();
  }

  @Override
  public boolean postNotice(String inbox, Notice notice, Instant now, int mostOpen) {
    return notices.post(inbox, notice, now, mostOpen);
  }

  @Override
  public List<Notice> openNotices(String inbox, int limit) {
    return notices.open(inbox, limit);
  }

  @Override
  public void settleNotices(String inbox, Collection<Notice> settled) {
    notices.settle(inbox, settled);
  }

  @Override
  public int purgeNotices(Instant before) {
    return notices.purge(before);
  }

  @Override
  public List<Finding> checkUp(Clock clock) {
    return List.of(
        Finding.warning(
            Check.STORE,
            "",
            "The store is in memory, so what is known of the orders ends with the process.",
            "Use a durable store, such as that of mcf-connector-jdbc, before a parcel ships."));
  }

  @Override
  public Set<String> entries(String name) {
    return tallies.getOrDefault(name, Set.of());
  }

  @Override
  public Map<String, StockFigure> figures(String book) {
    synchronized (books) {
      return new HashMap<>(books.getOrDefault(book, Map.of()));
    }
  }

  @Override
  public void saveFigures(String book, Map<String, StockFigure> figures) {
    synchronized (books) {
      books.computeIfAbsent(book, name -> new HashMap<>()).putAll(figures);
    }
  }

  @Override
  public HostReservation reserve(HostReservation reservation) {
    HostReservation known = hostReservations.putIfAbsent(reservation.id(), reservation);
    return known == null ? reservation : known;
  }

  @Override
  public boolean release(String id) {
    return hostReservations.containsKey(id) && released.add(id);
  }

  @Override
  public List<HostReservation> hostReservations() {
    return hostReservations.values().stream()
        .filter(reservation -> !released.contains(reservation.id()))
        .toList();
  }

  private Stream<RoutingRecord> of(Collection<ShopId> shops) {
    Set<ShopId> wanted = Set.copyOf(shops);
    return entries.values().stream()
        .map(Entry::record)
        .filter(record -> wanted.contains(record.shop()));
  }
}
