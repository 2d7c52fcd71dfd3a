// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.fulfillment;

import com.squareup.moshi.Json;
import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which units go together, as it is on the wire.
 *
 * @param splittableGroups one for each new package
 */
public record SplitOrderRequest(
    @Json(name = "splittable_groups") @Nullable List<Group> splittableGroups) {

  private static final int MOST = 1000;

  void check(Rules rules) {
    List<Group> groups = rules.list("splittable_groups", splittableGroups, 1, MOST);
    for (int i = 0; i < groups.size(); i++) {
      String path = "splittable_groups[" + i + "]";
      rules.text(path + ".id", groups.get(i).id(), 64);
      rules.ids(path + ".order_line_item_ids", groups.get(i).orderLineItemIds(), 1, MOST);
    }
  }

  /**
   * The units of one new package.
   *
   * @param id any text of the caller; comes back with the package
   * @param orderLineItemIds the units
   */
  public record Group(
      @Nullable String id,
      @Json(name = "order_line_item_ids") @Nullable List<String> orderLineItemIds) {}
}
