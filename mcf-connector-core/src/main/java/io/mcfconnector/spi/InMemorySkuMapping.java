// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.ShopId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A mapping that ends with the process. Thread-safe. */
final class InMemorySkuMapping implements EditableSkuMapper {

  private final Map<String, List<Component>> components;

  InMemorySkuMapping(Map<String, List<Component>> components) {
    this.components = new ConcurrentHashMap<>(components);
  }

  @Override
  public Optional<List<Component>> componentsOf(ShopId shop, ChannelSku sku) {
    return SkuKeys.find(components, sku);
  }

  @Override
  public void put(ChannelSku sku, List<Component> components) {
    this.components.put(SkuKeys.of(sku), List.copyOf(components));
  }

  @Override
  public Optional<Map<String, List<Component>>> mappings() {
    return Optional.of(Map.copyOf(components));
  }
}
