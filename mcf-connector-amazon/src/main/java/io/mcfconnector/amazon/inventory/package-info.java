/** FBA Inventory v1: what Amazon has in its fulfillment centers. */
@NullMarked
package io.mcfconnector.amazon.inventory;

import org.jspecify.annotations.NullMarked;
