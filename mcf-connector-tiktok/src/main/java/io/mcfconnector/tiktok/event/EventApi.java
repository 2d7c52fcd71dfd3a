// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.event;

import io.mcfconnector.tiktok.internal.Calls;
import io.mcfconnector.tiktok.internal.Rules;
import io.mcfconnector.transport.Answer;
import io.mcfconnector.transport.Json;
import io.mcfconnector.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * Webhook subscriptions of one shop, API version 202309. Thread-safe. Targets for all shops of an
 * app can be set in Partner Center instead.
 *
 * <p>Scope: {@code seller.authorization.info}. Obtained from {@code TikTokShopClient}. Wrong
 * arguments throw {@code ApiException} of kind {@code REFUSED} and send nothing.
 */
public final class EventApi {

  private static final int LONGEST_TYPE = 64;
  private static final Function<Answer, Webhook> WEBHOOK = Json.decoder(Webhook.class);

  private final Transport transport;
  private final URI baseUrl;

  /** Creates the API on a transport that signs for one shop. */
  public EventApi(Transport transport, URI baseUrl) {
    this.transport = transport;
    this.baseUrl = baseUrl;
  }

  /**
   * Returns the subscriptions of the shop.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<Webhook> getShopWebhooks() {
    return transport.call(
        Calls.read("getShopWebhooks", url(), answer -> Calls.list(answer, "webhooks", WEBHOOK))
            .build());
  }

  /**
   * Creates or replaces the subscription of an event type.
   *
   * @param eventType such as {@code ORDER_STATUS_CHANGE}; TikTok adds types, so any is sent
   * @param address HTTPS URL with a domain name and no port, at most 255 characters
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void updateShopWebhook(String eventType, String address) {
    Rules rules = Rules.of("updateShopWebhook");
    rules.text("event_type", eventType, LONGEST_TYPE);
    rules.webhookAddress("address", address);
    send(rules.operation(), "PUT", new WebhookRequest(address, eventType));
  }

  /**
   * Ends the subscription of an event type; succeeds also when there is none.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public void deleteShopWebhook(String eventType) {
    Rules rules = Rules.of("deleteShopWebhook");
    rules.text("event_type", eventType, LONGEST_TYPE);
    send(rules.operation(), "DELETE", new WebhookRequest(null, eventType));
  }

  private void send(String operation, String method, WebhookRequest request) {
    transport.call(Calls.replace(operation, method, url(), WebhookRequest.class, request).build());
  }

  private HttpUrl url() {
    return Calls.url(baseUrl, "event", "202309", "webhooks");
  }
}
