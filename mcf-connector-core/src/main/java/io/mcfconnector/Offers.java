// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector;

import io.mcfconnector.internal.RepairDesk;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.RoutingState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Tells which kinds of repair are safe for an order in review. */
final class Offers {

  /** Another address may help against these. */
  private static final Set<ReviewCode> ADDRESS =
      EnumSet.of(
          ReviewCode.ADDRESS_MASKED,
          ReviewCode.ADDRESS_INCOMPLETE,
          ReviewCode.ADDRESS_TOO_LONG,
          ReviewCode.ADDRESS_UNSUPPORTED,
          ReviewCode.CREATE_REFUSED,
          ReviewCode.AMAZON_INVALID);

  private Offers() {}

  /** Returns the kinds in the order in which to think of them. */
  static Set<Repair.Kind> of(RoutingRecord record, boolean canMap) {
    ReviewNote note = Objects.requireNonNull(record.review());
    boolean unsent = record.intent() == null && note.resumeAt().isBeforePlacing();
    // What somebody else sent may ship, and the router cannot stop it.
    boolean isForeign = note.code() == ReviewCode.CREATE_CONFLICT;
    boolean nothingShips = (unsent && !isForeign) || RepairDesk.isStopped(record);
    Set<Repair.Kind> kinds = EnumSet.of(Repair.Kind.SKIP);
    offer(kinds, Repair.Kind.TRY_AGAIN, !isDead(note));
    offer(kinds, Repair.Kind.MAP_SKU, canMap && waitsForSku(note));
    offer(kinds, Repair.Kind.CORRECT_ADDRESS, nothingShips && ADDRESS.contains(note.code()));
    offer(kinds, Repair.Kind.CORRECT_TRACKING, note.code() == ReviewCode.TRACKING_WARNING);
    boolean keptBack = unsent || note.code() == ReviewCode.WAREHOUSE_GUARD;
    offer(
        kinds,
        Repair.Kind.RELEASE,
        keptBack && note.facts().containsKey(ReviewNote.RELEASABLE_RULE));
    offer(kinds, Repair.Kind.SEND_AGAIN, isDead(note) || isIdUnusable(note));
    offer(kinds, Repair.Kind.STOP, mayStopYet(note));
    offer(kinds, Repair.Kind.CANCEL, nothingShips);
    return Collections.unmodifiableSet(kinds);
  }

  private static void offer(Set<Repair.Kind> kinds, Repair.Kind kind, boolean condition) {
    if (condition) {
      kinds.add(kind);
    }
  }

  /** Returns whether the network has the order and has told of no parcel. */
  private static boolean mayStopYet(ReviewNote note) {
    boolean isTwice = note.code() == ReviewCode.CREATE_CONFLICT;
    return note.code() == ReviewCode.UNITS_CANCELLED
        || ((isTwice || note.code() == ReviewCode.CANCEL_TOO_LATE)
            && note.resumeAt() == RoutingState.PLACED);
  }

  /** Returns whether the network will never ship under the old id. */
  static boolean isDead(ReviewNote note) {
    return note.code().isNetworkDone();
  }

  /** Returns whether a mapping would help. */
  static boolean waitsForSku(ReviewNote note) {
    return note.resumeAt().isBeforePlacing() && note.facts().containsKey(ReviewNote.SKUS);
  }

  /**
   * Returns whether only a person can tell what became of the id: another order has it, or an order
   * that was placed under it is gone, or goes to an address of before.
   */
  private static boolean isIdUnusable(ReviewNote note) {
    return (note.code() == ReviewCode.CREATE_CONFLICT && !note.resumeAt().isTracked())
        || note.code() == ReviewCode.ADDRESS_CHANGED
        || (note.code() == ReviewCode.CREATE_UNCERTAIN
            && (note.resumeAt() == RoutingState.PLACED
                || note.resumeAt() == RoutingState.SHIPPING));
  }
}
