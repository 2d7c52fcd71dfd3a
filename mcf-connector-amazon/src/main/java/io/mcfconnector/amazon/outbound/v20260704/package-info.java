/**
 * Fulfillment Outbound 2026-07-04: one typed API and its wire records, named as in the official
 * model.
 */
@NullMarked
package io.mcfconnector.amazon.outbound.v20260704;

import org.jspecify.annotations.NullMarked;
