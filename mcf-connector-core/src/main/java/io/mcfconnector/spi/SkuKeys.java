// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.spi.SkuMapper.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text under which a SKU stands in a mapping: its seller SKU, else the channel's id. */
final class SkuKeys {

  private SkuKeys() {}

  static String of(ChannelSku sku) {
    return sku.sellerSku() == null ? sku.id().value() : sku.sellerSku().value();
  }

  /** Returns what the mapping says by seller SKU; if it says nothing there, by id. */
  static Optional<List<Component>> find(Map<String, List<Component>> mapping, ChannelSku sku) {
    List<Component> found = mapping.get(of(sku));
    return Optional.ofNullable(found != null ? found : mapping.get(sku.id().value()));
  }
}
