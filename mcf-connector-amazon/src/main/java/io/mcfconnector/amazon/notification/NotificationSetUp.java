// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.ConfigurationException;
import io.mcfconnector.error.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Sees to it that a seller's notifications reach a queue: one destination for the application and
 * the queue, one subscription for the seller and each type. Thread-safe.
 */
public final class NotificationSetUp {

  /** The types that this library has a use for. */
  public static final List<String> TYPES =
      List.of("FULFILLMENT_ORDER_STATUS", "FBA_INVENTORY_AVAILABILITY_CHANGES");

  private static final String PAYLOAD_VERSION = "1.0";

  /** Amazon's account that sends notifications. */
  private static final String SENDER = "437568002678";

  private static final int LONGEST_NAME = 256;
  private static final Pattern ARN =
      Pattern.compile("arn:aws:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,80}");

  private final NotificationApi api;
  private final String queueArn;

  private NotificationSetUp(NotificationApi api, String queueArn) {
    this.api = api;
    this.queueArn = queueArn;
  }

  /**
   * Returns the set-up of a seller for a queue. Nothing is called yet.
   *
   * @param api of the seller's client
   * @param queueArn such as {@code arn:aws:sqs:us-east-1:123456789012:orders}
   * @throws ConfigurationException when that cannot be the ARN of a standard queue
   */
  public static NotificationSetUp of(NotificationApi api, String queueArn) {
    checkArn(queueArn);
    return new NotificationSetUp(api, queueArn);
  }

  /**
   * Returns the policy that lets Amazon send to a queue, for the queue's attribute {@code Policy}.
   *
   * @throws ConfigurationException when that cannot be the ARN of a standard queue
   */
  public static String queuePolicy(String queueArn) {
    checkArn(queueArn);
    return """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "AmazonNotifications",
              "Effect": "Allow",
              "Principal": {"AWS": "%s"},
              "Action": ["sqs:SendMessage", "sqs:GetQueueAttributes"],
              "Resource": "%s"
            }
          ]
        }
        """
        .formatted(SENDER, queueArn);
  }

  private static void checkArn(String queueArn) {
    if (queueArn.endsWith(".fifo")) {
      throw new ConfigurationException(
          List.of(
              "queueArn is of a FIFO queue. Amazon sends notifications to standard queues only:"
                  + " make one and take its ARN"));
    }
    if (!ARN.matcher(queueArn).matches()) {
      throw new ConfigurationException(
          List.of("queueArn must be like arn:aws:sqs:us-east-1:123456789012:orders"));
    }
  }

  /**
   * Makes what is missing. Doing it again does nothing, also when it stopped half-way before.
   *
   * @return what was made, a sentence each
   * @throws ConfigurationException when a type goes to another destination; the others are made
   * @throws ApiException when a call failed; do it again
   */
  public List<String> apply() {
    List<String> made = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    String destination =
        destination()
            .orElseGet(
                () -> {
                  String id = createDestination();
                  made.add("Destination " + id + " was made for " + queueArn + ".");
                  return id;
                });
    for (String type : TYPES) {
      Subscription there =
          subscription(type)
              .orElseGet(
                  () -> {
                    Subscription fresh = subscribe(type, destination);
                    made.add("Subscription " + fresh.subscriptionId() + " was made: " + type + ".");
                    return fresh;
                  });
      if (!destination.equals(there.destinationId())) {
        problems.add(elsewhere(type, there));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return List.copyOf(made);
  }

  /**
   * Returns what is missing, a sentence each with what to do; none when notifications arrive, as
   * far as Amazon's side tells. The queue's policy is not looked at.
   *
   * @throws ApiException when a call failed
   */
  public List<String> missing() {
    Optional<String> destination = destination();
    List<String> missing = new ArrayList<>();
    if (destination.isEmpty()) {
      missing.add("The application has no destination for " + queueArn + ". Apply the set-up.");
    }
    for (String type : TYPES) {
      Optional<Subscription> found = subscription(type);
      if (found.isEmpty()) {
        missing.add("The seller is not subscribed to " + type + ". Apply the set-up.");
      } else if (!found.map(Subscription::destinationId).equals(destination)) {
        missing.add(elsewhere(type, found.get()));
      }
    }
    return List.copyOf(missing);
  }

  private static String elsewhere(String type, Subscription there) {
    return type
        + " goes to destination "
        + there.destinationId()
        + ", which is not this queue's. Take that queue, or end subscription "
        + there.subscriptionId()
        + " (deleteSubscriptionById) and apply the set-up.";
  }

  private Optional<String> destination() {
    return api.getDestinations().stream()
        .filter(this::isOurs)
        .map(Destination::destinationId)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private boolean isOurs(Destination destination) {
    DestinationResource place = destination.resource();
    SqsResource queue = place == null ? null : place.sqs();
    return queue != null && queueArn.equals(queue.arn());
  }

  private String createDestination() {
    // The same queue always has the same name, so that two set-ups at once cannot make two.
    String name = "mcf-connector-" + queueArn.substring("arn:aws:sqs:".length()).replace(':', '-');
    CreateDestinationRequest request =
        new CreateDestinationRequest(
            new DestinationResourceSpecification(new SqsResource(queueArn), null),
            name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    return madeOrThere(
        () -> Objects.requireNonNull(api.createDestination(request).destinationId()),
        this::destination);
  }

  private Optional<Subscription> subscription(String type) {
    try {
      return Optional.of(api.getSubscription(type, PAYLOAD_VERSION));
    } catch (ApiException e) {
      if (e.kind() == FailureKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Subscription subscribe(String type, String destination) {
    CreateSubscriptionRequest request = new CreateSubscriptionRequest(PAYLOAD_VERSION, destination);
    return madeOrThere(() -> api.createSubscription(type, request), () -> subscription(type));
  }

  /** Somebody else may have been quicker. */
  private static <T> T madeOrThere(Supplier<T> make, Supplier<Optional<T>> find) {
    try {
      return make.get();
    } catch (ApiException e) {
      if (e.kind() == FailureKind.ALREADY_DONE) {
        return find.get().orElseThrow(() -> e);
      }
      throw e;
    }
  }
}
