// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.amazon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Orders as other tools make them. */
final class ForeignOrders {

  private ForeignOrders() {}

  static OrderDraft draft(
      Marketplace marketplace,
      String id,
      String displayableId,
      Map<String, Integer> units,
      Instant now) {
    List<OrderDraft.Line> lines = new ArrayList<>();
    new TreeMap<>(units)
        .forEach(
            (msku, quantity) ->
                lines.add(new OrderDraft.Line("line-" + (lines.size() + 1), msku, quantity)));
    return new OrderDraft(
        id,
        OrderDraft.V2020,
        null,
        marketplace.id(),
        displayableId,
        now,
        "Thank you for your order.",
        "Standard",
        "Ship",
        "FillOrKill",
        Map.of(
            "name", "Odalys Fennimore",
            "addressLine1", "209 Copper Kettle Ln",
            "city", "Austin",
            "stateOrRegion", "TX",
            "postalCode", "78701",
            "countryCode", "US"),
        List.copyOf(lines),
        List.of(),
        Map.of());
  }
}
