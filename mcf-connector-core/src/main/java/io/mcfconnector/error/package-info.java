// SPDX-License-Identifier: Apache-2.0
/** One unchecked root and few children; each carries data to act on. */
@NullMarked
package io.mcfconnector.error;

import org.jspecify.annotations.NullMarked;
