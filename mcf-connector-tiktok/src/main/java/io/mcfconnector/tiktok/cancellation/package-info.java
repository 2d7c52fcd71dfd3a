// SPDX-License-Identifier: Apache-2.0
/** Cancellations by seller and buyer. */
@NullMarked
package io.mcfconnector.tiktok.cancellation;

import org.jspecify.annotations.NullMarked;
