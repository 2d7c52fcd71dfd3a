// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which events of one shop shall go to one address: compares that with what TikTok has, and sets
 * it. Thread-safe.
 *
 * <p>Targets that are set for the whole app in Partner Center are not shown by this API: with such
 * a target everything may be missing here and arrive all the same.
 */
public final class WebhookSubscriptions {

  /** The events that make routing faster, and those that tell of the authorization. */
  public static final Set<String> ROUTING =
      Set.of(
          "ORDER_STATUS_CHANGE",
          "RECIPIENT_ADDRESS_UPDATE",
          "PACKAGE_UPDATE",
          "CANCELLATION_STATUS_CHANGE",
          "SELLER_DEAUTHORIZATION",
          "UPCOMING_AUTHORIZATION_EXPIRATION");

  private final EventApi events;
  private final String address;
  private final Set<String> wanted;

  /**
   * Creates a comparison; calls nothing.
   *
   * @param events the shop's calls, such as {@code client.events()}
   * @param address where TikTok shall send: HTTPS URL with a domain name and no port, at most 255
   *     characters
   * @param eventTypes which events, such as {@link #ROUTING}
   */
  public WebhookSubscriptions(EventApi events, String address, Collection<String> eventTypes) {
    this.events = events;
    this.address = address;
    this.wanted = new TreeSet<>(eventTypes);
  }

  /**
   * What is not as it shall be.
   *
   * @param eventType which event
   * @param presentAddress where TikTok sends it now; absent = nowhere
   */
  public record Difference(String eventType, @Nullable String presentAddress) {}

  /**
   * Returns the events that go nowhere, or elsewhere, by their names; empty when all is set. Other
   * events that go to the address are no difference.
   *
   * @throws io.mcfconnector.error.ApiException when the call failed
   */
  public List<Difference> check() {
    Map<String, @Nullable String> present = new HashMap<>();
    for (Webhook webhook : events.getShopWebhooks()) {
      if (webhook.eventType() != null) {
        present.put(webhook.eventType(), webhook.address());
      }
    }
    Stream<Difference> all = wanted.stream().map(type -> new Difference(type, present.get(type)));
    return all.filter(one -> !address.equals(one.presentAddress())).toList();
  }

  /**
   * Sets what is not as it shall be, and replaces other addresses of these events; returns what it
   * changed. May be repeated at will.
   *
   * @throws io.mcfconnector.error.ApiException when a call failed; what was set before stays
   */
  public List<Difference> apply() {
    List<Difference> differences = check();
    differences.forEach(one -> events.updateShopWebhook(one.eventType(), address));
    return differences;
  }
}
