// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.Address;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where routing records live. The store is the only truth of the router.
 *
 * <p>Contract; the testkit's {@code OrderStoreContract} has a test for each clause:
 *
 * <ol>
 *   <li>{@link #insert} stores a record unless one with its order id exists, and tells which.
 *   <li>{@link #find} returns exactly what was stored last.
 *   <li>{@link #update} stores a record only if the stored version equals the record's, raises the
 *       version by one, and returns what it stored; otherwise it changes nothing and returns empty.
 *   <li>Of any number of concurrent inserts or updates with one version, exactly one wins.
 *   <li>What a call stored is there for every later call, on whatever thread. A durable store has
 *       it on disk before the call returns.
 *   <li>{@link #findDue} returns only records of the given shops whose {@link RoutingRecord#duty()}
 *       is the one asked for and whose {@code dueAt} is not after the given time; those with the
 *       earliest deadline first, those without a deadline last, equal ones by {@code dueAt}, then
 *       by order id.
 *   <li>{@link #findInState(RoutingState, Collection, int)} returns the records of the given shops
 *       in the given state, oldest {@code receivedAt} first, equal ones by order id. {@link
 *       #findInState(RoutingState, ShopId, RoutingRecord, int)} goes on after a record, so that
 *       whoever asks with the last record of each answer sees every record that stays in the state
 *       at least once.
 *   <li>{@link #reservations} returns one for each record of the given shops whose {@link
 *       RoutingRecord#reservation} at the given time is not empty, with those units; times may be
 *       cut to microseconds, {@code receivedAt} down and {@code until} up.
 *   <li>{@link #watermark} returns the time saved last under a name, or empty.
 *   <li>Every method is safe to call from many threads and throws {@code StoreException} when the
 *       store cannot do its work.
 *   <li>{@link #update(RoutingRecord, Address, Instant)} stores the record as {@link
 *       #update(RoutingRecord)} does and keeps the destination with it: both or neither. {@link
 *       #destination} returns the one kept last, until a record of the order is stored that {@link
 *       RoutingRecord#needsDestination()} no more.
 *   <li>{@link #erase} deletes the destination of an order and tells whether there was one; {@link
 *       #eraseExpired} deletes those whose time is not after the given one, and tells how many.
 *       Records stay as they are.
 *   <li>Destinations are buyer data: a durable store encrypts them.
 *   <li>{@link #tally} adds an entry to a tally unless it is in it already or the tally holds the
 *       given number of entries, and tells whether the entry is in it then; of concurrent calls no
 *       more are added. {@link #tallied} returns how many entries were added, {@link #entries}
 *       which. None is ever removed.
 *   <li>{@link #postNotice} keeps a notice in an inbox unless one with its id was posted there
 *       before, and tells which; of concurrent calls with one id exactly one keeps it. While as
 *       many notices of the inbox are open as given, it keeps no other and throws {@code
 *       StoreException}.
 *   <li>{@link #openNotices} returns what was posted to an inbox and not settled, oldest time of
 *       posting first, equal ones by id. {@link #settleNotices} settles notices; one that is
 *       settled, or not there, stays as it is.
 *   <li>{@link #purgeNotices} forgets the settled notices of every inbox that were posted before
 *       the given time, and tells how many. Open ones stay, however old.
 *   <li>{@link #countUrgent} returns how many records of the given shops are in a state that {@link
 *       RoutingState#isUnshipped()} and have an {@link io.mcfconnector.model.Deadlines#earliest
 *       earliest deadline} that is not after the given time.
 *   <li>{@link #figures} returns, for each name of a book, the figure saved last; {@link
 *       #saveFigures} saves all of the given ones or none.
 *   <li>{@link #reserve} stores a reservation unless one with its id exists, released or not, and
 *       returns the one that is stored then; of concurrent ones one is stored. {@link #release}
 *       ends one and tells whether it was there and not ended yet. {@link #hostReservations}
 *       returns those that were not ended, in any order.
 * </ol>
 */
public interface OrderStore {

  /** The order of {@link #findDue}. */
  Comparator<RoutingRecord> MOST_URGENT_FIRST =
      Comparator.comparing(
              (RoutingRecord record) -> record.deadlines().earliest(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(RoutingRecord::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(record -> record.orderId().value());

  /** The order of {@link #findInState(RoutingState, Collection, int)}. */
  Comparator<RoutingRecord> OLDEST_FIRST =
      Comparator.comparing(RoutingRecord::receivedAt)
          .thenComparing(record -> record.orderId().value());

  /** Stores a new record; returns whether it was new. */
  boolean insert(RoutingRecord record);

  /** Returns the record of an order. */
  Optional<RoutingRecord> find(OrderId orderId);

  /**
   * Replaces a record if nobody did so since it was read.
   *
   * @return the record as stored, with its new version; empty when the stored version differs or
   *     there is no such record
   */
  Optional<RoutingRecord> update(RoutingRecord record);

  /**
   * Replaces a record if nobody did so since it was read, and keeps the destination that its create
   * call carries, so that the call can be repeated.
   *
   * @param destination buyer data
   * @param keptUntil when it is erased, whatever became of the order
   * @return the record as stored, with its new version; empty when the stored version differs or
   *     there is no such record: then the destination is not kept either
   */
  Optional<RoutingRecord> update(RoutingRecord record, Address destination, Instant keptUntil);

  /** Returns the destination kept for an order. */
  Optional<Address> destination(OrderId orderId);

  /** Deletes the buyer data kept for an order; returns whether there was any. */
  boolean erase(OrderId orderId);

  /** Deletes the buyer data whose time is over; returns of how many orders. */
  int eraseExpired(Instant now);

  /** Returns at most {@code limit} records that a duty shall look at now. */
  List<RoutingRecord> findDue(Duty duty, Collection<ShopId> shops, Instant now, int limit);

  /** Returns at most {@code limit} records in a state. */
  List<RoutingRecord> findInState(RoutingState state, Collection<ShopId> shops, int limit);

  /**
   * Returns at most {@code limit} records of a shop in a state, the next after one of them.
   *
   * @param after the last record of the answer before; it may have left the state meanwhile; {@code
   *     null} = from the oldest
   */
  List<RoutingRecord> findInState(
      RoutingState state, ShopId shop, @Nullable RoutingRecord after, int limit);

  /** Returns how many unshipped orders have a deadline until a time. */
  int countUrgent(Collection<ShopId> shops, Instant until);

  /**
   * Returns what orders withhold from sale, in any order.
   *
   * @param countedAt the reservations that a count of this time contains are left out
   */
  List<Reservation> reservations(Collection<ShopId> shops, Instant countedAt);

  /** Returns the time saved under this name. */
  Optional<Instant> watermark(String name);

  /** Saves a time under a name. */
  void saveWatermark(String name, Instant at);

  /**
   * Counts a thing once, however often it is counted: adds its entry to the tally of this name.
   *
   * @param entry what is counted; holds no buyer data
   * @param limit how many entries the tally may hold at most to take another
   * @return whether the entry is in the tally, by this call or an earlier one
   */
  boolean tally(String name, String entry, int limit);

  /** Returns how many entries the tally of this name holds. */
  int tallied(String name);

  /** Returns the entries of the tally of this name. */
  Set<String> entries(String name);

  /**
   * Keeps a notice until it is settled, and its id until it is purged.
   *
   * @param inbox name of the duty that looks it up
   * @param now when it is posted
   * @param mostOpen how many notices of the inbox may be open; calls at the same moment may exceed
   *     it by their own number
   * @return whether it was new
   */
  boolean postNotice(String inbox, Notice notice, Instant now, int mostOpen);

  /** Returns at most {@code limit} notices of an inbox that are not settled yet. */
  List<Notice> openNotices(String inbox, int limit);

  /** Remembers that these notices were looked up. */
  void settleNotices(String inbox, Collection<Notice> notices);

  /** Forgets settled notices; returns how many. */
  int purgeNotices(Instant before);

  /**
   * Returns what is wrong, and what is right, about the store itself, such as its clock and its
   * key. Nothing unless the store can tell.
   *
   * @param clock the router's, to compare the store's with
   */
  default List<Finding> checkUp(Clock clock) {
    return List.of();
  }

  /** Returns the figures of a book by name; empty when nothing was saved in it. */
  Map<String, StockFigure> figures(String book);

  /** Saves figures in a book, each in the place of the one of its name. */
  void saveFigures(String book, Map<String, StockFigure> figures);

  /**
   * Stores a reservation of the host unless its id was used before.
   *
   * @return the reservation that is stored under the id, be it ended meanwhile
   */
  HostReservation reserve(HostReservation reservation);

  /**
   * Ends a reservation of the host; its id stays used.
   *
   * @return whether there was one that had not ended
   */
  boolean release(String id);

  /** Returns the reservations of the host that have not ended. */
  List<HostReservation> hostReservations();
}
