// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.order;

import io.mcfconnector.tiktok.internal.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * References to store, as they are on the wire.
 *
 * @param orders 1 to 100
 */
public record AddExternalOrdersRequest(@Nullable List<ExternalOrderReference> orders) {

  private static final int MOST_ORDERS = 100;

  void check(Rules rules) {
    List<ExternalOrderReference> list = rules.list("orders", orders, 1, MOST_ORDERS);
    for (int i = 0; i < list.size(); i++) {
      String path = "orders[" + i + "]";
      rules.id(path + ".id", list.get(i).id());
      String external = path + ".external_order";
      rules.present(external, list.get(i).externalOrder()).check(rules, external);
    }
  }
}
