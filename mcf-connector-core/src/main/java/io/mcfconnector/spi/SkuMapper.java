// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.ChannelSku;
import io.mcfconnector.model.Msku;
import io.mcfconnector.model.SellerSku;
import io.mcfconnector.model.ShopId;
import java.nio.file.Path;
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
   * @return the components, not empty; or empty when nobody mapped this SKU
   */
  Optional<List<Component>> componentsOf(ShopId shop, ChannelSku sku);

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
   * Reads a mapping from a CSV file with the header {@code seller_sku,msku,quantity}. Several rows
   * for one seller SKU make a kit. A SKU without seller SKU may be named by the channel's SKU id.
   *
   * @throws io.mcfconnector.error.ConfigurationException when the file cannot be read or breaks the
   *     form; lists every problem with its line
   */
  static SkuMapper fromCsv(Path file) {
    return CsvSkuMapping.read(file);
  }

  /** Returns a mapping from seller SKU to one unit of an MSKU. */
  static SkuMapper of(Map<String, String> mskuBySellerSku) {
    Map<String, String> copy = Map.copyOf(mskuBySellerSku);
    return (shop, sku) ->
        Optional.ofNullable(sku.sellerSku())
            .map(SellerSku::value)
            .map(copy::get)
            .map(msku -> List.of(new Component(Msku.of(msku), 1)));
  }

  /** Returns the mapping for sellers who use the same SKU texts on both sides, one unit each. */
  static SkuMapper identity() {
    return (shop, sku) ->
        Optional.ofNullable(sku.sellerSku())
            .filter(sellerSku -> sellerSku.value().length() <= 50)
            .map(sellerSku -> List.of(new Component(Msku.of(sellerSku.value()), 1)));
  }
}
