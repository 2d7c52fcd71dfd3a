// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import static io.mcfconnector.amazon.internal.RequestCheck.ANY_LENGTH;

import io.mcfconnector.amazon.internal.Endpoint;
import io.mcfconnector.amazon.internal.RequestCheck;

/** What only the sandbox of Notifications can do; production answers with an error. Thread-safe. */
public final class NotificationSandboxApi {

  private final Endpoint api;

  NotificationSandboxApi(Endpoint api) {
    this.api = api;
  }

  /** Asks for a notification to try the way to the destination. */
  public void sendTestNotification(String notificationType, SendTestNotificationRequest request) {
    String operation = "sendTestNotification";
    RequestCheck at = RequestCheck.of(operation);
    at.pathText(notificationType, ANY_LENGTH, "notificationType");
    at.optionalText(request.destinationId(), ANY_LENGTH, "destinationId");
    TestNotification test = at.required(request.testNotification(), "testNotification");
    at.in("testNotification").text(test.payloadVersion(), ANY_LENGTH, "payloadVersion");
    at.in("testNotification").text(test.testScenario(), ANY_LENGTH, "testScenario");
    api.write(
        operation,
        "POST",
        api.url("subscriptions", notificationType, "testNotification"),
        NotificationApi.QUOTA,
        SendTestNotificationRequest.class,
        request,
        Endpoint::acknowledged);
  }
}
