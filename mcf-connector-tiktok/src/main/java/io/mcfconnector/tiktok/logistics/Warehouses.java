// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.tiktok.logistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of {@link Warehouse}, as it is on the wire.
 *
 * @param warehouses the elements; absent when there are none
 */
public record Warehouses(@Nullable List<Warehouse> warehouses) {}
