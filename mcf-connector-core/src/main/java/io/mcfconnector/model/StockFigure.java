// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.model;

import java.time.Instant;

/**
 * A number of units and when it held.
 *
 * @param units how many
 * @param at when it was read, written or asked for
 */
public record StockFigure(int units, Instant at) {}
