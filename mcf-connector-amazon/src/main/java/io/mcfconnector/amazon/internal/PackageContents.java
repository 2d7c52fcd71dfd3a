// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.amazon.internal;

import io.mcfconnector.model.ShipmentPackage.Content;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the items of one shipment into its packages. Items that name no package belong to the only
 * one; when there are several, nobody can tell, and the items stay outside.
 */
public final class PackageContents {

  private final Map<String, Map<String, Integer>> units = new HashMap<>();
  private final @Nullable String onlyPackage;

  /** Creates the empty packages of a shipment. */
  public PackageContents(List<String> packageIds) {
    this.onlyPackage = packageIds.size() == 1 ? packageIds.get(0) : null;
  }

  /**
   * Puts units into a package.
   *
   * @param packageId the package that the item names; {@code null} when it names none
   * @param itemId our id of the fulfillment order item
   * @param quantity how many units
   */
  public void add(@Nullable String packageId, String itemId, int quantity) {
    String target = packageId == null ? onlyPackage : packageId;
    if (target != null && quantity > 0) {
      units
          .computeIfAbsent(target, id -> new LinkedHashMap<>())
          .merge(itemId, quantity, Integer::sum);
    }
  }

  /** Returns what is in a package, in the order in which it was added. */
  public List<Content> of(String packageId) {
    return units.getOrDefault(packageId, Map.of()).entrySet().stream()
        .map(entry -> new Content(entry.getKey(), entry.getValue()))
        .toList();
  }
}
