// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShopId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows what to ship for a SKU of the sales channel. A SKU without an answer never passes: its
 * order waits for a person.
 *
 * <p>Implementations are fast, throw nothing, and are safe for use by many threads.
 */
@FunctionalInterface
public interface SkuMapper {

  /**
   * Returns the components to ship for one unit of a SKU; several for a kit.
   *
   * @return the components; an empty list when somebody said that the network never ships this SKU;
   *     nothing when nobody mapped it
   */
  Optional<List<Component>> componentsOf(ShopId shop, ChannelSku sku);

  /**
   * Returns all mappings by seller SKU, or by channel SKU id where they are known by that; nothing
   * unless this mapper knows all of them, so that they can be checked beforehand.
   */
  default Optional<Map<String, List<Component>>> mappings() {
    return Optional.empty();
  }

  /**
   * What one unit on the channel means at the network.
   *
   * @param msku the SKU to ship
   * @param units how many of it; at least 1
   */
  record Component(Msku msku, int units) {

    /** Checks the units. */
    public Component {
      if (units < 1) {
        throw new IllegalArgumentException("units must be at least 1, but is " + units);
      }
    }
  }

  /**
   * Returns the mapping of a CSV file in UTF-8 with the header {@code seller_sku,msku,quantity}.
   * Several rows for one seller SKU make a kit; quantity 0 without MSKU says that the network never
   * ships it. A SKU without seller SKU may be named by the channel's SKU id. The file is read now,
   * and again only when asked.
   *
   * @throws io.mcfconnector.error.ConfigurationException when the file cannot be read or breaks the
   *     form; lists every problem with its line
   */
  static CsvSkuMapping fromCsv(Path file) {
    return CsvSkuMapping.read(file);
  }

  /**
   * Returns an empty mapping that is filled while it is used. It ends with the process: what a
   * person maps has to be kept by the host too.
   */
  static EditableSkuMapper inMemory() {
    return new InMemorySkuMapping(Map.of());
  }

  /** Returns a mapping from seller SKU to one unit of an MSKU. */
  static SkuMapper of(Map<String, String> mskuBySellerSku) {
    Map<String, List<Component>> components = new HashMap<>();
    mskuBySellerSku.forEach(
        (sellerSku, msku) ->
            components.put(
                SellerSku.of(sellerSku).value(), List.of(new Component(Msku.of(msku), 1))));
    return new InMemorySkuMapping(components);
  }

  /** Returns the mapping for sellers who use the same SKU texts on both sides, one unit each. */
  static SkuMapper identity() {
    return (shop, sku) ->
        Optional.ofNullable(sku.sellerSku())
            .filter(sellerSku -> sellerSku.value().length() <= 50)
            .map(sellerSku -> List.of(new Component(Msku.of(sellerSku.value()), 1)));
  }
}
