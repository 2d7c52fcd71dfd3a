/**
 * Amazon: the client of the Selling Partner API and Multi-Channel Fulfillment as a fulfillment
 * network. Packages named {@code internal} may change any day.
 */
@NullMarked
package io.mcfconnector.amazon;

import org.jspecify.annotations.NullMarked;
