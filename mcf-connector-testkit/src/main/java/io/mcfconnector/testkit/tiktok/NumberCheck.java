// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what TikTok has to say of a tracking number that it takes: by script, or by its form. */
final class NumberCheck {

  /** What is said of a number; without a warning it is fine. */
  record Verdict(@Nullable ShippingWarning warning, String likelyProvider) {

    boolean isTraceable() {
      return warning == null || warning.isTraceable();
    }

    /** Returns the text of the answer; {@code null} when there is nothing to say. */
    @Nullable String text() {
      return warning == null ? null : warning.text(likelyProvider);
    }
  }

  private final Map<String, ShippingWarning> byNumber = new HashMap<>();
  private final Deque<ShippingWarning> next = new ArrayDeque<>();

  void warnNext(ShippingWarning warning) {
    next.add(warning);
  }

  void warnFor(String trackingNumber, ShippingWarning warning) {
    byNumber.put(trackingNumber, warning);
  }

  /** Judges a number that is being taken; what is scripted for the next one is used up. */
  Verdict judge(String number, String providerId) {
    String likely = Providers.likelyOwner(number);
    ShippingWarning scripted = byNumber.get(number);
    if (scripted == null) {
      scripted = next.poll();
    }
    ShippingWarning warning = scripted != null ? scripted : byForm(likely, providerId);
    return new Verdict(warning, Providers.name(likely == null ? providerId : likely));
  }

  private static @Nullable ShippingWarning byForm(@Nullable String likely, String providerId) {
    if (providerId.equals(likely) || !Providers.knowsNumbersOf(providerId)) {
      return null;
    }
    if (likely != null) {
      return ShippingWarning.OTHER_PROVIDER;
    }
    // Amazon may write numbers of MCF in forms that no page lists, so none of them looks wrong.
    return providerId.equals(Providers.AMAZON) ? null : ShippingWarning.NO_PROVIDER_FOR_NUMBER;
  }
}
