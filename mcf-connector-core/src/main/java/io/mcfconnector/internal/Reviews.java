// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import io.mcfconnector.model.Decision;
import io.mcfconnector.model.ReviewCode;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How a stage hands an order to a person. */
final class Reviews {

  private Reviews() {}

  private static final String SEPARATOR = ",";

  /** These come back by themselves: the parcels they are about open again when a review ends. */
  private static final Set<ReviewCode> OF_PARCELS =
      EnumSet.of(
          ReviewCode.CARRIER_UNKNOWN, ReviewCode.TRACKING_REFUSED, ReviewCode.WAREHOUSE_GUARD);

  /**
   * Moves the order to REVIEW and tells its story why, in the words of the note. More trouble of
   * the kind that it waits for already is added to that; of another kind, it goes before the
   * earlier one, which comes back when the newer is settled. A mere warning waits behind.
   */
  static RoutingRecord.Builder raise(RoutingRecord.Builder next, String stage, ReviewNote note) {
    ReviewNote current = next.build().review();
    ReviewNote shown = current == null ? note : joined(current, note);
    if (shown.equals(current)) {
      return next;
    }
    return next.decide(
            new Decision(note.raisedAt(), stage, note.code().name(), note.message(), note.facts()))
        .review(shown);
  }

  /** Returns the record after its review: gone on, or waiting for what was behind the review. */
  static RoutingRecord.Builder settle(RoutingRecord record, Instant now) {
    ReviewNote settled = Objects.requireNonNull(record.review(), "not in review");
    RoutingRecord.Builder next =
        record.toBuilder().state(settled.resumeAt()).dueAt(settled.resumeAt().isEnd() ? null : now);
    List<String> behind = behind(settled);
    if (!behind.isEmpty()) {
      next.review(again(record, behind, now));
    }
    return next;
  }

  private static ReviewNote again(RoutingRecord record, List<String> behind, Instant now) {
    Decision told =
        record.decisions().stream()
            .filter(step -> step.rule().equals(behind.get(0)))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    ReviewNote note =
        new ReviewNote(
            ReviewCode.valueOf(behind.get(0)),
            told.outcome(),
            told.facts(),
            now,
            record.stateBehindReview());
    return with(note, told.facts(), behind.subList(1, behind.size()));
  }

  private static ReviewNote joined(ReviewNote current, ReviewNote note) {
    if (current.code() == note.code()) {
      return added(current, note);
    }
    List<String> behind = new ArrayList<>(behind(current));
    if (note.code() == ReviewCode.TRACKING_WARNING) {
      behind.remove(note.code().name());
      behind.add(note.code().name());
      return with(current, current.facts(), behind);
    }
    if (!OF_PARCELS.contains(current.code())) {
      behind.add(0, current.code().name());
    }
    behind.remove(note.code().name());
    return with(note, note.facts(), behind);
  }

  private static ReviewNote added(ReviewNote current, ReviewNote note) {
    Map<String, String> facts = new HashMap<>(current.facts());
    facts.putAll(note.facts());
    boolean isNews = !facts.equals(current.facts()) || !note.message().equals(current.message());
    return isNews ? with(note, facts, behind(current)) : current;
  }

  private static List<String> behind(ReviewNote note) {
    String codes = note.facts().get(ReviewNote.BEHIND);
    return codes == null ? List.of() : List.of(codes.split(SEPARATOR));
  }

  private static ReviewNote with(ReviewNote note, Map<String, String> facts, List<String> behind) {
    Map<String, String> all = new HashMap<>(facts);
    all.remove(ReviewNote.BEHIND);
    if (!behind.isEmpty()) {
      all.put(ReviewNote.BEHIND, String.join(SEPARATOR, behind));
    }
    return new ReviewNote(note.code(), note.message(), all, note.raisedAt(), note.resumeAt());
  }
}
