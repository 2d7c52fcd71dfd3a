// SPDX-License-Identifier: Apache-2.0
/**
 * The call pipeline of our connectors: retry, limit, sign, send, decode, always in this order.
 *
 * <p>Public for the connector modules only, not for hosts; an architecture test allows just those
 * importers.
 */
@NullMarked
package io.mcfconnector.transport;

import org.jspecify.annotations.NullMarked;
