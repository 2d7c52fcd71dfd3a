// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.notification;

import static io.mcfconnector.amazon.internal.RequestCheck.ANY_LENGTH;

import io.mcfconnector.amazon.internal.Endpoint;
import io.mcfconnector.amazon.internal.Pages;
import io.mcfconnector.amazon.internal.RequestCheck;
import io.mcfconnector.amazon.internal.WireCheck;
import io.mcfconnector.error.ApiException;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Quota;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Notifications v1. Hosts get it from {@code SellingPartnerClient}. Thread-safe.
 *
 * <p>Destinations belong to the application, subscriptions to a seller. Calls about destinations
 * and about subscriptions by their id go with the application's own token ({@code grantless}), the
 * others with the seller's. Every operation allows 1 call a second, 5 at once. Requests that
 * Amazon's model forbids are {@code REFUSED} without a call.
 *
 * <p>Types that concern fulfillment: {@code FULFILLMENT_ORDER_STATUS} and {@code
 * FBA_INVENTORY_AVAILABILITY_CHANGES}, both to SQS queues only.
 */
public final class NotificationApi {

  static final Quota QUOTA = new Quota(1, 5);

  /** Amazon refuses smaller pages than 30; the fewest calls come with the largest page. */
  private static final String PAGE_SIZE = "100";

  private static final String TYPE = "notificationType";
  private static final String SUBSCRIPTIONS = "subscriptions";
  private static final String DESTINATIONS = "destinations";
  private static final Function<Answer, DestinationResponse> DESTINATION =
      Json.decoder(DestinationResponse.class);
  private static final Function<Answer, DestinationsResponse> ALL_DESTINATIONS =
      Json.decoder(DestinationsResponse.class);
  private static final Function<Answer, SubscriptionResponse> SUBSCRIPTION =
      Json.decoder(SubscriptionResponse.class);
  private static final Function<Answer, GetSubscriptionsResponse> SUBSCRIPTION_PAGE =
      Json.decoder(GetSubscriptionsResponse.class);

  private final Endpoint seller;
  private final Endpoint application;
  private final NotificationSandboxApi sandbox;

  /**
   * Creates the API of one seller.
   *
   * @param seller signs with the seller's token and sends
   * @param application signs with the application's own token and sends
   * @param endpoint the region's endpoint
   */
  public NotificationApi(Transport seller, Transport application, URI endpoint) {
    String path = "notifications/v1";
    this.seller = new Endpoint(seller, endpoint, path);
    this.application = new Endpoint(application, endpoint, path);
    this.sandbox = new NotificationSandboxApi(this.application);
  }

  /** Returns the calls that only Amazon's sandbox knows. */
  public NotificationSandboxApi sandbox() {
    return sandbox;
  }

  /** Makes a destination; once for each application and queue. Sent once. */
  public Destination createDestination(CreateDestinationRequest request) {
    String operation = "createDestination";
    RequestRules.check(RequestCheck.of(operation), request);
    return application.write(
        operation,
        "POST",
        application.url(DESTINATIONS),
        QUOTA,
        CreateDestinationRequest.class,
        request,
        NotificationApi::destination);
  }

  /** Returns the application's destinations. */
  public List<Destination> getDestinations() {
    return application.read(
        "getDestinations",
        application.url(DESTINATIONS),
        QUOTA,
        answer -> {
          WireCheck root = WireCheck.of(answer);
          List<Destination> found =
              root.required(ALL_DESTINATIONS.apply(answer).payload(), "payload");
          root.each(found, "payload", (at, one) -> at.text(one.destinationId(), "destinationId"));
          return found;
        });
  }

  /** Returns a destination. */
  public Destination getDestination(String destinationId) {
    String operation = "getDestination";
    return application.read(
        operation, destination(operation, destinationId), QUOTA, NotificationApi::destination);
  }

  /** Deletes a destination; its subscriptions must be gone before. */
  public void deleteDestination(String destinationId) {
    String operation = "deleteDestination";
    application.act(operation, "DELETE", destination(operation, destinationId), QUOTA);
  }

  /**
   * Subscribes the seller to notifications of one type. Sent once.
   *
   * @throws ApiException {@code ALREADY_DONE} when there is a subscription of this type and
   *     version; {@link #getSubscription} finds it
   */
  public Subscription createSubscription(
      String notificationType, CreateSubscriptionRequest request) {
    String operation = "createSubscription";
    HttpUrl.Builder url = subscriptions(seller, operation, notificationType);
    RequestRules.check(RequestCheck.of(operation), request);
    return seller.write(
        operation,
        "POST",
        url,
        QUOTA,
        CreateSubscriptionRequest.class,
        request,
        NotificationApi::subscription);
  }

  /**
   * Returns the seller's subscription to one type.
   *
   * @param notificationType the type
   * @param payloadVersion the version; {@code null} for the latest
   */
  public Subscription getSubscription(String notificationType, @Nullable String payloadVersion) {
    String operation = "getSubscription";
    HttpUrl.Builder url = subscriptions(seller, operation, notificationType);
    if (payloadVersion != null) {
      url.addQueryParameter("payloadVersion", payloadVersion);
    }
    return seller.read(operation, url, QUOTA, NotificationApi::subscription);
  }

  /**
   * Returns the seller's subscriptions to one type. Each page is read when its turn comes; a page
   * token that comes twice ends the stream with an {@link ApiException}.
   */
  public Stream<Subscription> getSubscriptions(String notificationType) {
    RequestCheck.of("getSubscriptions").text(notificationType, ANY_LENGTH, TYPE);
    return Pages.of(
            "getSubscriptions",
            token -> subscriptionPage(notificationType, token),
            GetSubscriptionsPayload::nextToken)
        .flatMap(
            page -> page.subscriptions() == null ? Stream.of() : page.subscriptions().stream());
  }

  /** Returns a subscription of any seller of the application. */
  public Subscription getSubscriptionById(String notificationType, String subscriptionId) {
    String operation = "getSubscriptionById";
    return application.read(
        operation,
        subscription(operation, notificationType, subscriptionId),
        QUOTA,
        NotificationApi::subscription);
  }

  /** Ends a subscription of any seller of the application. */
  public void deleteSubscriptionById(String notificationType, String subscriptionId) {
    String operation = "deleteSubscriptionById";
    application.act(
        operation, "DELETE", subscription(operation, notificationType, subscriptionId), QUOTA);
  }

  private GetSubscriptionsPayload subscriptionPage(
      String notificationType, @Nullable String token) {
    HttpUrl.Builder url =
        seller
            .url(SUBSCRIPTIONS)
            .addQueryParameter("notificationTypes", notificationType)
            .addQueryParameter("pageSize", PAGE_SIZE);
    if (token != null) {
      url.addQueryParameter("nextToken", token);
    }
    return seller.read(
        "getSubscriptions",
        url,
        QUOTA,
        answer -> {
          WireCheck root = WireCheck.of(answer);
          GetSubscriptionsPayload page =
              root.required(SUBSCRIPTION_PAGE.apply(answer).payload(), "payload");
          root.in("payload")
              .each(
                  page.subscriptions(),
                  SUBSCRIPTIONS,
                  (at, one) -> at.text(one.subscriptionId(), "subscriptionId"));
          return page;
        });
  }

  private HttpUrl.Builder destination(String operation, String destinationId) {
    RequestCheck.of(operation).pathText(destinationId, ANY_LENGTH, "destinationId");
    return application.url(DESTINATIONS, destinationId);
  }

  private HttpUrl.Builder subscription(
      String operation, String notificationType, String subscriptionId) {
    RequestCheck.of(operation).pathText(subscriptionId, ANY_LENGTH, "subscriptionId");
    return subscriptions(application, operation, notificationType).addPathSegment(subscriptionId);
  }

  private static HttpUrl.Builder subscriptions(
      Endpoint api, String operation, String notificationType) {
    RequestCheck.of(operation).pathText(notificationType, ANY_LENGTH, TYPE);
    return api.url(SUBSCRIPTIONS, notificationType);
  }

  private static Destination destination(Answer answer) {
    WireCheck root = WireCheck.of(answer);
    Destination found = root.required(DESTINATION.apply(answer).payload(), "payload");
    root.in("payload").text(found.destinationId(), "destinationId");
    return found;
  }

  private static Subscription subscription(Answer answer) {
    WireCheck root = WireCheck.of(answer);
    Subscription found = root.required(SUBSCRIPTION.apply(answer).payload(), "payload");
    root.in("payload").text(found.subscriptionId(), "subscriptionId");
    return found;
  }
}
