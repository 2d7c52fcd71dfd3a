// SPDX-License-Identifier: Apache-2.0
/**
 * A simulated Amazon for tests of a host: Login with Amazon, both Fulfillment Outbound versions and
 * FBA Inventory, strict as the platform is, with orders that live on a clock.
 */
@NullMarked
package io.mcfconnector.testkit.amazon;

import org.jspecify.annotations.NullMarked;
