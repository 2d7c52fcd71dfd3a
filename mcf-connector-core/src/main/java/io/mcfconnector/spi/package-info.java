// SPDX-License-Identifier: Apache-2.0
/**
 * What others implement: stores, schedulers, platforms, mappings.
 *
 * <p>Each interface states its contract as numbered clauses; the testkit has a test for each
 * clause.
 */
@NullMarked
package io.mcfconnector.spi;

import org.jspecify.annotations.NullMarked;
