// SPDX-License-Identifier: Apache-2.0

/** Makes fulfillment orders of buyers' orders: units, SKUs, speed. Pure: no I/O and no clock. */
@NullMarked
package io.mcfconnector.transform;

import org.jspecify.annotations.NullMarked;
