// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.internal;

import io.mcfconnector.error.ApiException;
import io.mcfconnector.error.FailureKind;
import io.mcfconnector.model.ShippingProvider;
import io.mcfconnector.model.ShippingProviderId;
import io.mcfconnector.tiktok.logistics.LogisticsApi;
import io.mcfconnector.tiktok.logistics.TikTokShippingProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The carriers of each delivery option, asked for once in an hour, or again after one was refused.
 * Thread-safe.
 */
public final class ShippingProviders {

  private static final Duration LIFE = Duration.ofHours(1);

  /** A shop has a handful. */
  private static final int MOST_OPTIONS = 100;

  private final LogisticsApi logistics;
  private final Clock clock;
  private final Map<String, Known> byOption = new ConcurrentHashMap<>();

  /** Creates an empty memory. */
  public ShippingProviders(LogisticsApi logistics, Clock clock) {
    this.logistics = logistics;
    this.clock = clock;
  }

  /** Returns the carriers of a delivery option. */
  public List<ShippingProvider> of(String deliveryOptionId) {
    Instant now = clock.instant();
    Known known = byOption.get(deliveryOptionId);
    if (known == null || !now.isBefore(known.until)) {
      // Two threads may ask at the same time: cheaper than a lock around the call.
      known = new Known(read(deliveryOptionId), now.plus(LIFE));
      if (byOption.size() >= MOST_OPTIONS) {
        forget();
      }
      byOption.put(deliveryOptionId, known);
    }
    return known.providers;
  }

  /** Makes the next question go to TikTok. */
  public void forget() {
    byOption.clear();
  }

  private List<ShippingProvider> read(String deliveryOptionId) {
    List<ShippingProvider> providers = new ArrayList<>();
    for (TikTokShippingProvider wire : logistics.getShippingProviders(deliveryOptionId)) {
      try {
        providers.add(
            new ShippingProvider(
                UnreadableField.required(wire.id(), "id", ShippingProviderId::of),
                UnreadableField.required(wire.name(), "name")));
      } catch (UnreadableField e) {
        throw ApiException.builder("getShippingProviders", FailureKind.UNREADABLE)
            .jsonPath("$.data.shipping_providers[" + providers.size() + "]." + e.path())
            .detail("a required field is missing or makes no sense")
            .build();
      }
    }
    return List.copyOf(providers);
  }

  private record Known(List<ShippingProvider> providers, Instant until) {}
}
