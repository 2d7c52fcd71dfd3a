// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok;

import io.mcfconnector.model.Check;
import io.mcfconnector.spi.Findings;
import io.mcfconnector.tiktok.event.EventApi;
import io.mcfconnector.tiktok.event.Webhook;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the webhook subscriptions of a shop with the address that the host hears them at. */
final class WebhookCheckUp {

  /** The events that make an order move; the others change nothing for routing. */
  private static final List<String> WANTED =
      List.of("ORDER_STATUS_CHANGE", "RECIPIENT_ADDRESS_UPDATE", "CANCELLATION_STATUS_CHANGE");

  private static final String POLLS = " Polling finds the changes all the same, but later.";

  private final EventApi events;
  private final @Nullable String address;
  private final Findings findings;

  WebhookCheckUp(EventApi events, @Nullable String address, Findings findings) {
    this.events = events;
    this.address = address;
    this.findings = findings;
  }

  void look() {
    String wanted = address;
    if (wanted == null) {
      findings.notChecked(
          Check.CHANNEL_PUSH,
          "No webhookAddress is set, so orders are found by polling alone.",
          "Set webhookAddress when the host hears webhooks.");
      return;
    }
    if (!wanted.startsWith("https://")) {
      findings.problem(
          Check.CHANNEL_PUSH,
          "The webhookAddress does not start with https://, and TikTok Shop calls no other.",
          "Name the address that TikTok Shop reaches from outside.");
      return;
    }
    List<Webhook> webhooks = events.getShopWebhooks();
    List<String> missing =
        WANTED.stream().filter(type -> of(webhooks, type).findAny().isEmpty()).toList();
    List<String> elsewhere =
        WANTED.stream()
            .filter(type -> of(webhooks, type).anyMatch(one -> !wanted.equals(one.address())))
            .toList();
    if (!elsewhere.isEmpty()) {
      findings.warning(
          Check.CHANNEL_PUSH,
          "Another address hears " + String.join(", ", elsewhere) + "." + POLLS,
          "If no other tool needs them, subscribe them with events().updateShopWebhook.");
    } else if (!missing.isEmpty()) {
      findings.warning(
          Check.CHANNEL_PUSH,
          "The shop has no subscription of " + String.join(", ", missing) + "." + POLLS,
          "Subscribe them with events().updateShopWebhook, unless Partner Center does so for the"
              + " whole app.");
    } else {
      findings.ok(Check.CHANNEL_PUSH, "Every event that moves an order goes to the address.");
    }
  }

  private static Stream<Webhook> of(List<Webhook> webhooks, String type) {
    return webhooks.stream().filter(one -> type.equals(one.eventType()));
  }
}
