// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.stock;

import io.mcfconnector.model.Msku;
import io.mcfconnector.model.ShopId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * People who each want one unit of a SKU and come by chance, independent of each other.
 *
 * @param shop where they buy; {@code null} = elsewhere, right out of the pool
 * @param perSecond how many come in a second on average
 * @param from when the first may come, counted from the opening
 * @param until when no more come; {@code null} = they never stop
 */
record Arrivals(
    @Nullable ShopId shop, Msku msku, double perSecond, Duration from, @Nullable Duration until) {}
