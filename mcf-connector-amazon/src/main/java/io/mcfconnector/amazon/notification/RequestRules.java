// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import static io.mcfconnector.amazon.internal.RequestCheck.ANY_LENGTH;

import io.mcfconnector.amazon.internal.RequestCheck;
import java.util.regex.Pattern;

/** What requests must fulfil, from the official model. */
final class RequestRules {

  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_ARN = 1000;
  private static final int LONGEST_EXPRESSION = 256;
  private static final Pattern SQS_ARN = Pattern.compile("arn:aws:sqs:\\S+:\\S+:\\S+");

  private RequestRules() {}

  static void check(RequestCheck at, CreateDestinationRequest request) {
    at.text(request.name(), LONGEST_NAME, "name");
    DestinationResourceSpecification place =
        at.required(request.resourceSpecification(), "resourceSpecification");
    SqsResource queue = place.sqs();
    EventBridgeResourceSpecification bridge = place.eventBridge();
    RequestCheck in = at.in("resourceSpecification");
    if ((queue == null) == (bridge == null)) {
      throw at.refused("resourceSpecification", "must have either sqs or eventBridge");
    }
    if (queue != null) {
      in.in("sqs").text(queue.arn(), LONGEST_ARN, "arn");
      if (!SQS_ARN.matcher(in.in("sqs").required(queue.arn(), "arn")).lookingAt()) {
        throw in.in("sqs").refused("arn", "must be the ARN of an SQS queue");
      }
    }
    if (bridge != null) {
      in.in("eventBridge").text(bridge.region(), ANY_LENGTH, "region");
      in.in("eventBridge").text(bridge.accountId(), ANY_LENGTH, "accountId");
    }
  }

  static void check(RequestCheck at, CreateSubscriptionRequest request) {
    at.text(request.payloadVersion(), ANY_LENGTH, "payloadVersion");
    at.text(request.destinationId(), ANY_LENGTH, "destinationId");
    ProcessingDirective directive = request.processingDirective();
    if (directive == null) {
      return;
    }
    RequestCheck in = at.in("processingDirective");
    EventFilter filter = directive.eventFilter();
    if (filter != null && directive.filterExpression() != null) {
      throw in.refused("filterExpression", "must be absent when there is an eventFilter");
    }
    if (directive.filterExpression() != null) {
      in.text(directive.filterExpression(), LONGEST_EXPRESSION, "filterExpression");
    }
    if (filter != null) {
      in.in("eventFilter").text(filter.eventFilterType(), ANY_LENGTH, "eventFilterType");
    }
  }
}
