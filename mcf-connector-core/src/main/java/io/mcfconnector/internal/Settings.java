// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.internal;

import java.time.Duration;

/**
 * The router's options, as its builder documents them.
 *
 * @param orderPoll time between two polls of a shop
 * @param trackingSync time between two sweeps of the network
 * @param inventorySync time between two stock cycles
 * @param lookback how far back the first poll reads
 * @param hold time after payment before an order may go
 * @param safetyStock units of each SKU that are never offered
 * @param settle time after which the network's count contains a placed order
 * @param addressRetention time after which the address of an order that is still not placed for
 *     certain is erased
 * @param stockGrace time a SKU may be unknown at the network before its stock is published as zero
 */
public record Settings(
    Duration orderPoll,
    Duration trackingSync,
    Duration inventorySync,
    Duration lookback,
    Duration hold,
    int safetyStock,
    Duration settle,
    Duration addressRetention,
    Duration stockGrace) {}
