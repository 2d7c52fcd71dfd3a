// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon;

import io.mcfconnector.amazon.notification.Destination;
import io.mcfconnector.amazon.notification.DestinationResource;
import io.mcfconnector.amazon.notification.NotificationApi;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.Check;
import io.mcfconnector.spi.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares destination and subscriptions with the queue that the host hears notifications at. */
final class NotificationCheckUp {

  private static final List<String> WANTED =
      List.of("FULFILLMENT_ORDER_STATUS", "FBA_INVENTORY_AVAILABILITY_CHANGES");

  private static final Pattern ARN = Pattern.compile("arn:aws:sqs:\\S+:\\S+:\\S+");
  private static final String POLLS = " Polling finds the changes all the same, but later.";

  private final NotificationApi api;
  private final @Nullable String queue;
  private final Findings findings;

  NotificationCheckUp(NotificationApi api, @Nullable String queue, Findings findings) {
    this.api = api;
    this.queue = queue;
    this.findings = findings;
  }

  void look() {
    String wanted = queue;
    if (wanted == null) {
      findings.notChecked(
          Check.NETWORK_PUSH,
          "No notification queue is set, so changes are found by polling alone.",
          "Set withNotificationQueue when the host hears notifications.");
    } else if (!ARN.matcher(wanted).matches() || wanted.endsWith(".fifo")) {
      findings.problem(
          Check.NETWORK_PUSH,
          "The notification queue is not the ARN of a standard SQS queue.",
          "Name it as arn:aws:sqs:region:account:name; Amazon does not send to FIFO queues.");
    } else {
      compare(wanted);
    }
  }

  private void compare(String wanted) {
    Set<String> destinations =
        api.getDestinations().stream()
            .filter(one -> wanted.equals(arnOf(one)))
            .map(Destination::destinationId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (destinations.isEmpty()) {
      findings.warning(
          Check.NETWORK_PUSH,
          "The application has no destination for the queue." + POLLS,
          "Make it with notifications().createDestination, then a subscription for each of "
              + String.join(", ", WANTED)
              + ".");
      return;
    }
    List<String> missing = new ArrayList<>();
    for (String type : WANTED) {
      if (!destinations.contains(destinationOf(type))) {
        missing.add(type);
      }
    }
    if (missing.isEmpty()) {
      findings.ok(Check.NETWORK_PUSH, "Every wanted notification goes to the queue.");
    } else {
      findings.warning(
          Check.NETWORK_PUSH,
          "The queue does not get " + String.join(", ", missing) + "." + POLLS,
          "Subscribe them with notifications().createSubscription.");
    }
  }

  /** Returns where the notifications of a type go; empty when nowhere. */
  private String destinationOf(String type) {
    try {
      return String.valueOf(api.getSubscription(type, null).destinationId());
    } catch (ApiException problem) {
      if (problem.kind() == FailureKind.NOT_FOUND) {
        return "";
      }
      throw problem;
    }
  }

  private static @Nullable String arnOf(Destination destination) {
    DestinationResource resource = destination.resource();
    return resource == null || resource.sqs() == null ? null : resource.sqs().arn();
  }
}
