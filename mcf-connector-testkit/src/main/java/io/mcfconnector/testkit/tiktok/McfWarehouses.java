// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Watches the warehouses that serve MCF only, and knows which warehouses are off: five parcels with
 * numbers that are not MCF's switch such a warehouse off and lock its stock.
 */
final class McfWarehouses {

  private static final int MOST_WRONG = 5;
  private static final Pattern NUMBER = Pattern.compile("(AFTN|TBA)\\d+");

  private final Set<String> declared;
  private final Set<String> disabled = new HashSet<>();
  private final Map<String, Set<String>> wrongParcels = new HashMap<>();

  McfWarehouses(Set<String> declared) {
    this.declared = Set.copyOf(declared);
  }

  /** Looks at a number that a parcel was given, first or by correction. */
  void check(Parcel parcel) {
    String warehouse = parcel.order().plan().warehouseId();
    boolean fits =
        parcel.providerId().equals(Providers.AMAZON)
            && NUMBER.matcher(parcel.trackingNumber()).matches();
    if (declared.contains(warehouse) && !fits) {
      Set<String> wrong = wrongParcels.computeIfAbsent(warehouse, id -> new HashSet<>());
      wrong.add(parcel.id());
      if (wrong.size() >= MOST_WRONG) {
        disable(warehouse);
      }
    }
  }

  int wrongNumbers(String warehouseId) {
    return wrongParcels.getOrDefault(warehouseId, Set.of()).size();
  }

  void disable(String warehouseId) {
    disabled.add(warehouseId);
  }

  boolean isDisabled(String warehouseId) {
    return disabled.contains(warehouseId);
  }
}
