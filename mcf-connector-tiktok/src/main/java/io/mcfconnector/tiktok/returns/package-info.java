// SPDX-License-Identifier: Apache-2.0
/** Returns and refunds. */
@NullMarked
package io.mcfconnector.tiktok.returns;

import org.jspecify.annotations.NullMarked;
