/**
 * Parts that all versions of Fulfillment Outbound share; each version has a package of its own
 * below.
 */
@NullMarked
package io.mcfconnector.amazon.outbound;

import org.jspecify.annotations.NullMarked;
