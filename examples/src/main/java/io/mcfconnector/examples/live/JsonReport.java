// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.examples.live;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.mcfconnector.Explanation;
import io.mcfconnector.Repair;
import io.mcfconnector.Review;
import io.mcfconnector.model.Address;
import io.mcfconnector.model.Backlog;
import io.mcfconnector.model.Decision;
import io.mcfconnector.model.Health;
import io.mcfconnector.model.OrderId;
import io.mcfconnector.model.ReviewNote;
import io.mcfconnector.model.RoutingRecord;
import io.mcfconnector.model.TrackedPackage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders as JSON for scripts. Holds no buyer data unless it is handed one. */
final class JsonReport {

  private static final JsonAdapter<Object> JSON =
      new Moshi.Builder().build().adapter(Object.class).indent("  ");

  private JsonReport() {}

  static String orders(List<RoutingRecord> records) {
    return write(records.stream().map(JsonReport::order).toList());
  }

  static String status(Optional<Health> health, Backlog backlog, List<RoutingRecord> records) {
    Map<String, Object> json = new LinkedHashMap<>();
    health.ifPresent(known -> json.put("health", JsonChecks.health(known)));
    json.put("backlog", JsonChecks.backlog(backlog));
    json.put("orders", records.stream().map(JsonReport::order).toList());
    return write(json);
  }

  static String explanation(OrderId orderId, Optional<Explanation> explanation) {
    return write(story(orderId, explanation));
  }

  static String explanation(
      OrderId orderId, Optional<Explanation> explanation, Optional<Address> buyer) {
    Map<String, Object> json = story(orderId, explanation);
    buyer.ifPresent(kept -> json.put("destination", address(kept)));
    return write(json);
  }

  private static Map<String, Object> story(OrderId orderId, Optional<Explanation> explanation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("orderId", orderId.value());
    json.put("known", explanation.isPresent());
    explanation.ifPresent(
        known -> {
          json.put("state", known.state().name());
          json.put("decisions", known.decisions().stream().map(JsonReport::decision).toList());
        });
    return json;
  }

  private static Map<String, Object> address(Address kept) {
    Map<String, Object> json = new LinkedHashMap<>();
    AddressFile.PARTS.forEach((name, part) -> json.put(name, part.of(kept)));
    return json;
  }

  static String repair(OrderId orderId, Repair repair, @Nullable Integer moved) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("orderId", orderId.value());
    json.putAll(repair(repair));
    json.put("applied", moved != null);
    if (moved != null) {
      json.put("ordersThatGoOn", moved);
    }
    return write(json);
  }

  /** Returns any maps, lists, texts, numbers and truth values as JSON. */
  static String write(Object json) {
    return JSON.toJson(json);
  }

  static String reviews(List<Review> reviews) {
    return write(reviews.stream().map(JsonReport::review).toList());
  }

  private static Map<String, Object> order(RoutingRecord record) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("orderId", record.orderId().value());
    json.put("state", record.state().name());
    if (record.intent() != null) {
      json.put("fulfillmentOrderId", record.fulfillmentOrderId().value());
    }
    json.put("packages", record.packages().stream().map(JsonReport::parcel).toList());
    putUnlessNull(json, "skipReason", record.skipReason());
    ReviewNote review = record.review();
    if (review != null) {
      json.put("review", note(review));
    }
    return json;
  }

  private static Map<String, Object> parcel(TrackedPackage tracked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", tracked.parcel().id());
    putUnlessNull(json, "trackingNumber", tracked.parcel().trackingNumber());
    putUnlessNull(json, "carrier", tracked.parcel().carrier());
    json.put("status", tracked.parcel().status().name());
    json.put("confirmation", tracked.confirmation().verdict().name());
    json.put("lineItems", tracked.lineItems().stream().map(Object::toString).toList());
    return json;
  }

  private static Map<String, Object> review(Review review) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("orderId", review.orderId().value());
    json.putAll(note(review.note()));
    json.put("whatHappened", review.text().what());
    json.put("whyItMatters", review.text().why());
    json.put("whatToDo", review.text().toDo());
    json.put("whichClock", review.text().deadline());
    putUnlessNull(json, "deadline", review.deadline());
    putUnlessNull(json, "slack", review.slack());
    json.put("offers", review.offers().stream().map(Enum::name).toList());
    json.put("repairs", review.repairs().stream().map(JsonReport::repair).toList());
    return json;
  }

  private static Map<String, Object> note(ReviewNote note) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", note.code().name());
    json.put("message", note.message());
    json.put("facts", note.facts());
    json.put("raisedAt", note.raisedAt().toString());
    return json;
  }

  private static Map<String, Object> repair(Repair repair) {
    return Map.of("kind", repair.kind().name(), "preview", repair.preview());
  }

  private static Map<String, Object> decision(Decision decision) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", decision.at().toString());
    json.put("stage", decision.stage());
    json.put("rule", decision.rule());
    json.put("outcome", decision.outcome());
    json.put("facts", decision.facts());
    return json;
  }

  static void putUnlessNull(Map<String, Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
