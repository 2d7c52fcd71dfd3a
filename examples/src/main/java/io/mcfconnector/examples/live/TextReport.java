// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import io.mcfconnector.Explanation;
import io.mcfconnector.Repair;
import io.mcfconnector.Review;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.TrackedPackage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders in lines for people. Holds no buyer data unless it is handed one. */
final class TextReport {

  private static final String UNKNOWN_DUTIES =
      "Health: unknown. Set the AMAZON_ variables of 'live', which name the account.";

  private TextReport() {}

  static String status(Optional<Health> health, Backlog backlog, List<RoutingRecord> orders) {
    return lines(
        Stream.of(
                Stream.of(health.map(Health::toString).orElse(UNKNOWN_DUTIES), backlog.toString()),
                orders.stream().map(TextReport::order),
                Stream.of(orders.size() == 1 ? "1 order" : orders.size() + " orders"))
            .flatMap(part -> part));
  }

  private static String order(RoutingRecord record) {
    ReviewNote review = record.review();
    String fulfillment = record.intent() == null ? "" : "  " + record.fulfillmentOrderId();
    String parcels =
        record.packages().stream().map(TextReport::parcel).collect(Collectors.joining());
    String why =
        review != null
            ? "  " + review.code()
            : record.skipReason() != null ? "  " + record.skipReason() : "";
    return "%-19s %-10s".formatted(record.orderId(), record.state()).stripTrailing()
        + fulfillment
        + parcels
        + why;
  }

  private static String parcel(TrackedPackage tracked) {
    return "  "
        + (tracked.parcel().trackingNumber() == null ? "-" : tracked.parcel().trackingNumber())
        + " "
        + tracked.confirmation().verdict();
  }

  static String explanation(OrderId orderId, Optional<Explanation> story) {
    return story
        .map(Explanation::toString)
        .orElse("Order " + orderId + " is not on record: the router never saw it.");
  }

  static String explanation(OrderId orderId, Optional<Explanation> story, Optional<Address> buyer) {
    return lines(
        Stream.of(
            explanation(orderId, story),
            buyer.map(TextReport::address).orElse("No destination is kept for this order.")));
  }

  private static String address(Address kept) {
    return "Kept destination: "
        + Stream.of(
                kept.name(),
                kept.line1(),
                kept.line2(),
                kept.line3(),
                kept.city(),
                kept.stateOrRegion(),
                kept.postalCode(),
                kept.countryCode(),
                kept.phone())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
  }

  static String reviews(List<Review> reviews) {
    return lines(
        Stream.concat(
            reviews.stream().map(TextReport::review),
            Stream.of(
                reviews.size() == 1
                    ? "1 order waits for a person"
                    : reviews.size() + " orders wait for a person")));
  }

  private static String review(Review review) {
    return lines(
        Stream.of(
            review.orderId() + "  " + review.code() + time(review.slack()),
            "  What happened: " + review.text().what() + " " + review.note().message(),
            "  What to do:    " + review.text().toDo(),
            "  Repairs:       "
                + review.offers().stream().map(Enum::name).collect(Collectors.joining(", "))));
  }

  private static String time(@Nullable Duration slack) {
    if (slack == null) {
      return "";
    }
    return slack.isNegative()
        ? "  " + slack.negated().toHours() + " h too late"
        : "  " + slack.toHours() + " h left";
  }

  static String preview(Repair repair) {
    return lines(
        Stream.of(
            repair.kind() + " would do this: " + repair.preview(),
            "Nothing is changed. To do it: --apply --by NAME"));
  }

  static String applied(Repair repair, int moved) {
    return moved == 0
        ? "Nothing was changed: the order moved meanwhile. Look at it again with 'explain'."
        : lines(
            Stream.of(
                repair.kind() + " was done: " + repair.preview(),
                moved == 1 ? "1 order goes on" : moved + " orders go on"));
  }

  private static String lines(Stream<String> parts) {
    return parts.collect(Collectors.joining(System.lineSeparator()));
  }
}
