// SPDX-License-Identifier: Apache-2.0
/**
 * The routing facade: build an {@link io.mcfconnector.OrderRouter}, start it, ask it.
 *
 * <p>Everything a host needs is in this package, in {@code model}, {@code spi}, {@code event} and
 * {@code error}. Packages named {@code internal} may change any day.
 */
@NullMarked
package io.mcfconnector;

import org.jspecify.annotations.NullMarked;
