// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.transform;

import io.mcfconnector.model.ShippingSpeed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the service level out of the names that channels give their delivery options. */
final class DeliveryOptions {

  private static final List<String> FASTER =
      List.of("express", "expedited", "next day", "1 day", "2 day", "two day", "overnight");

  private DeliveryOptions() {}

  static ShippingSpeed speedOf(@Nullable String name) {
    if (name == null) {
      return ShippingSpeed.STANDARD;
    }
    String words = " " + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ") + " ";
    boolean faster = FASTER.stream().anyMatch(word -> words.contains(" " + word + " "));
    return faster ? ShippingSpeed.EXPEDITED : ShippingSpeed.STANDARD;
  }
}
