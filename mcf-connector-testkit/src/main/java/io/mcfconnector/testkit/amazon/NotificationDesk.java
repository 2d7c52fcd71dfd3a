// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import io.mcfconnector.testkit.amazon.Routes.Routed;
import io.mcfconnector.testkit.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notifications, version 1: keeps destinations and subscriptions. */
final class NotificationDesk {

  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_ARN = 1000;
  private static final int LONGEST_EXPRESSION = 256;
  private static final int SMALLEST_PAGE = 30;
  private static final int LARGEST_PAGE = 100;
  private static final Pattern ARN = Pattern.compile("arn:aws:sqs:\\S+:\\S+:\\S+");
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]+");

  private final Map<String, Map<String, Object>> destinations = new LinkedHashMap<>();
  private final Map<String, Subscribed> subscriptions = new LinkedHashMap<>();
  private final Pages pages;
  private final FulfillmentWorld world;
  private int issued;

  private record Subscribed(String type, Map<String, Object> view) {}

  NotificationDesk(int pageSize, FulfillmentWorld world) {
    this.pages = new Pages(pageSize, Duration.ofHours(1));
    this.world = world;
  }

  Reply createDestination(JsonObject body) {
    String name = body.text("name", LONGEST_NAME);
    JsonObject place = body.object("resourceSpecification");
    JsonObject queue = place.objectOrNull("sqs");
    JsonObject bridge = place.objectOrNull("eventBridge");
    if ((queue == null) == (bridge == null)) {
      throw body.invalid("resourceSpecification");
    }
    if (queue != null && !ARN.matcher(queue.text("arn", LONGEST_ARN)).matches()) {
      throw queue.invalid("arn");
    }
    if (destinations.values().stream().anyMatch(known -> name.equals(known.get("name")))) {
      throw conflict("A destination of this name exists.");
    }
    String id = id("destination");
    destinations.put(
        id,
        Wire.object("name", name, "destinationId", id, "resource", resource(name, queue, bridge)));
    return destination(id);
  }

  Reply destinations() {
    return Wire.payload(List.copyOf(destinations.values()));
  }

  Reply destination(String id) {
    Map<String, Object> found = destinations.get(id);
    if (found == null) {
      throw missing();
    }
    return Wire.payload(found);
  }

  Reply deleteDestination(String id) {
    destination(id);
    boolean used =
        subscriptions.values().stream().anyMatch(it -> id.equals(it.view.get("destinationId")));
    if (used) {
      throw conflict("The destination has subscriptions.");
    }
    destinations.remove(id);
    return Wire.reply(200, Map.of());
  }

  Reply createSubscription(String type, JsonObject body) {
    checkType(type);
    String version = body.text("payloadVersion", NO_LIMIT);
    String destination = body.text("destinationId", NO_LIMIT);
    if (!destinations.containsKey(destination)) {
      throw body.invalid("destinationId");
    }
    JsonObject directive = body.objectOrNull("processingDirective");
    if (directive != null) {
      checkDirective(directive);
    }
    if (find(type, version) != null) {
      throw conflict("A subscription of this type exists.");
    }
    String id = id("subscription");
    Map<String, Object> view =
        Wire.object(
            "subscriptionId",
            id,
            "payloadVersion",
            version,
            "destinationId",
            destination,
            "processingDirective",
            directive == null ? null : directive.members());
    subscriptions.put(id, new Subscribed(type, view));
    return Wire.payload(view);
  }

  /** Returns the id of the latest subscription of a type; {@code null} when there is none. */
  @Nullable String subscriptionId(String type) {
    Subscribed found = find(type, "");
    return found == null ? null : String.valueOf(found.view.get("subscriptionId"));
  }

  Reply subscription(Routed asked) {
    checkType(asked.id());
    Subscribed found = find(asked.id(), asked.query("payloadVersion"));
    if (found == null) {
      throw missing();
    }
    return Wire.payload(found.view);
  }

  Reply subscriptions(Routed asked) {
    String type = asked.required("notificationTypes");
    checkType(type);
    String size = asked.query("pageSize");
    if (!size.isEmpty()
        && (!size.matches("\\d{1,4}")
            || Integer.parseInt(size) < SMALLEST_PAGE
            || Integer.parseInt(size) > LARGEST_PAGE)) {
      throw Refusal.invalidValue(size, "pageSize");
    }
    List<String> ids =
        subscriptions.entrySet().stream()
            .filter(entry -> entry.getValue().type.equals(type))
            .map(Map.Entry::getKey)
            .toList();
    String token = asked.query("nextToken");
    Pages.Page page =
        token.isEmpty()
            ? pages.first(ids, type, world.now())
            : pages.next(token, type, world.now());
    return Wire.payload(
        Wire.object(
            "subscriptions",
            page.keys().stream()
                .map(id -> Objects.requireNonNull(subscriptions.get(id)).view)
                .toList(),
            "nextToken",
            page.nextToken()));
  }

  Reply subscriptionById(Routed asked) {
    return Wire.payload(byId(asked).view);
  }

  Reply deleteSubscription(Routed asked) {
    byId(asked);
    subscriptions.remove(asked.names().get(1));
    return Wire.reply(200, Map.of());
  }

  Reply test(String type, JsonObject body) {
    checkType(type);
    String destination = body.text("destinationId", NO_LIMIT);
    if (!destinations.containsKey(destination)) {
      throw body.invalid("destinationId");
    }
    JsonObject test = body.object("testNotification");
    test.text("payloadVersion", NO_LIMIT);
    test.text("testScenario", NO_LIMIT);
    return Wire.reply(200, Map.of());
  }

  private static Map<String, Object> resource(
      String name, @Nullable JsonObject queue, @Nullable JsonObject bridge) {
    if (bridge == null) {
      return Wire.object("sqs", Objects.requireNonNull(queue).members());
    }
    return Wire.object(
        "eventBridge",
        Wire.object(
            "name",
            name,
            "region",
            bridge.text("region", NO_LIMIT),
            "accountId",
            bridge.text("accountId", NO_LIMIT)));
  }

  private static void checkDirective(JsonObject directive) {
    String expression = directive.textOrNull("filterExpression", LONGEST_EXPRESSION);
    JsonObject filter = directive.objectOrNull("eventFilter");
    if (filter != null) {
      filter.text("eventFilterType", NO_LIMIT);
    }
    if ((expression != null && filter != null) || (expression != null && expression.isEmpty())) {
      throw directive.invalid("filterExpression");
    }
  }

  private @Nullable Subscribed find(String type, String version) {
    Subscribed latest = null;
    for (Subscribed candidate : subscriptions.values()) {
      boolean fits = version.isEmpty() || version.equals(candidate.view.get("payloadVersion"));
      if (candidate.type.equals(type) && fits) {
        latest = candidate;
      }
    }
    return latest;
  }

  private Subscribed byId(Routed asked) {
    checkType(asked.id());
    Subscribed found = subscriptions.get(asked.names().get(1));
    if (found == null || !found.type.equals(asked.id())) {
      throw missing();
    }
    return found;
  }

  private static void checkType(String type) {
    if (!TYPE.matcher(type).matches()) {
      throw Refusal.invalidValue(type, "notificationType");
    }
  }

  private String id(String kind) {
    String seed = kind + " " + ++issued;
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Refusal conflict(String message) {
    return new Refusal(409, "Conflict", message, "", "ConflictException");
  }

  private static Refusal missing() {
    return new Refusal(404, "NotFound", "Resource not found", "", "ResourceNotFoundException");
  }
}
