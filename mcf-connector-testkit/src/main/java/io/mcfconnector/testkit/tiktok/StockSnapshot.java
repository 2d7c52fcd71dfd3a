// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit.tiktok;

/**
 * Stock of a SKU in all warehouses of the simulated shop.
 *
 * @param available units that buyers can order
 * @param committed units in open orders
 * @param oversold units that buyers ordered when none was available
 */
public record StockSnapshot(int available, int committed, int oversold) {}
