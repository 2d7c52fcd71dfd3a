// SPDX-License-Identifier: Apache-2.0

/**
 * Tidies addresses and tells everything that forbids to ship an order. Pure: no I/O, no clock, no
 * exceptions.
 */
@NullMarked
package io.mcfconnector.validation;

import org.jspecify.annotations.NullMarked;
