// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.spi;

import io.mcfconnector.model.ChannelSku;
import java.util.List;

/**
 * A SKU mapping that can be changed while orders are routed, as the repair of an unmapped SKU does.
 *
 * <p>Thread-safe: who asks meanwhile gets the answer of before or that of after, never half of it.
 */
public interface EditableSkuMapper extends SkuMapper {

  /**
   * Says what to ship for a SKU, in place of what was said before. It stands under the seller SKU,
   * or under the channel's id when the SKU has no seller SKU. Doing it twice does no more than
   * once. When it returns, the answer is kept as well as this mapping keeps anything.
   *
   * @param sku the SKU as the channel shows it
   * @param components what to ship for one unit; empty when the network shall never ship it
   * @throws io.mcfconnector.error.ConfigurationException when this mapping cannot hold the entry,
   *     or cannot be written; nothing has changed then
   */
  void put(ChannelSku sku, List<Component> components);
}
